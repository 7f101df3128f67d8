<#--
  Building blocks of the step-up pages, in the markup of Keycloak's own field.ftl and buttons.ftl. Those two are not
  imported: login themes that do not stem from keycloak.v2 lack them, and these pages must open in every login theme.
  What a person typed never goes through msg(): it would be read as a pattern there. What an operator wrote goes through
  advancedMsg(), which translates ${keys} as Keycloak does with its own descriptions.
-->
<#assign sensitivityColors = {"PUBLIC": "green", "INTERNAL": "blue", "CONFIDENTIAL": "orange", "RESTRICTED": "red"}>
<#assign statusColors = {"PENDING": "blue", "APPROVED": "green", "DENIED": "red"}>

<#-- A message by a key that may be unknown, else the name itself. -->
<#function named prefix name>
  <#local key = prefix + "." + name>
  <#if !name?matches(r"[\w.-]+")><#return name></#if>
  <#local text = msg(key)>
  <#return (text == key)?then(name, text)>
</#function>

<#function duration iso>
  <#local parts = iso?matches(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")>
  <#if !parts><#return iso></#if>
  <#local words = []>
  <#list ["dataAccessDays", "dataAccessHours", "dataAccessMinutes", "dataAccessSeconds"] as unit>
    <#local count = parts?groups[unit?counter]!"">
    <#if count?has_content && count?number gt 0><#local words += [msg(unit, count?number)]></#if>
  </#list>
  <#return words?has_content?then(words?join(" "), iso)>
</#function>

<#macro stylesheet>
  <link href="${url.resourcesPath}/css/data-access.css" rel="stylesheet" />
</#macro>

<#macro script name>
  <script type="module" src="${url.resourcesPath}/js/${name}.js"></script>
</#macro>

<#-- Says whose draft of which request this page is about; the scripts keep what was typed under it. -->
<#macro draftKey>data-draft-key="${dataAccess.draftOwner!} ${(client.clientId)!} <#list dataAccess.items![] as item>${item.scope} </#list>"</#macro>

<#-- Where the scripts look for news, and where they go when Keycloak has begun the sign-in anew. -->
<#macro addresses>data-refresh-url="${dataAccess.refreshUrl}" data-restart-url="${url.ssoLoginInOtherTabsUrl}"<#if dataAccessAnswered!false> data-answered</#if></#macro>

<#-- The scripts show it where Keycloak led back to the page without doing what was pressed. -->
<#macro notDone>
  <div id="data-access-not-done" role="alert" hidden>
    <@alert type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessNotDone") />
  </div>
</#macro>

<#macro label text color prefix="">
  <span class="pf-v5-c-label pf-m-${color} pf-m-outline pf-m-compact"><span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text"><#if prefix?has_content><span class="pf-v5-u-screen-reader">${prefix} </span></#if>${text}</span></span></span>
</#macro>

<#macro sensitivity name>
  <@label text=named("dataAccessSensitivity", name) color=sensitivityColors[name]!"grey" prefix=msg("dataAccessSensitivity") />
</#macro>

<#-- Without a blank at either end: a full stop may follow. -->
<#macro time iso text=""><time datetime="${iso}">${text?has_content?then(text, iso)}</time></#macro>

<#macro alert type icon title id="">
  <div <#if id?has_content>id="${id}"</#if> class="${properties.kcAlertClass!} pf-m-${type}">
    <div class="${properties.kcAlertIconClass!}"><span class="${properties[icon]!}" aria-hidden="true"></span></div>
    <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${title}</span>
  </div>
</#macro>

<#macro detail term>
  <div class="pf-v5-c-description-list__group">
    <dt class="pf-v5-c-description-list__term"><span class="pf-v5-c-description-list__text">${term}</span></dt>
    <dd class="pf-v5-c-description-list__description"><div class="pf-v5-c-description-list__text"><#nested></div></dd>
  </div>
</#macro>

<#-- What is asked for, one box per guarded scope; the nested content adds details to a box. `granted` adds what is open. -->
<#macro items granted=false>
  <ul class="data-access-items" aria-label="${msg("dataAccessItems")}">
    <#list dataAccess.items![] as item><@box item=item><#nested item></@box></#list>
    <#if granted>
      <#list dataAccess.granted![] as item><@box item=item><@until item=item /></@box></#list>
    </#if>
  </ul>
</#macro>

<#macro box item>
  <li class="data-access-item" data-scope="${item.scope}"<#if item.status??> data-status="${item.status}"</#if><#if item.request??> data-request="${item.request}"</#if>>
    <div class="data-access-item-head">
      <h2 class="pf-v5-c-title pf-m-md">${advancedMsg(item.label)}</h2>
      <span class="data-access-labels">
        <#if item.status??><span class="data-access-status"><@label text=named("dataAccessStatus", item.status) color=statusColors[item.status]!"grey" prefix=msg("dataAccessStatus") /></span></#if>
        <@sensitivity name=item.sensitivity />
      </span>
    </div>
    <dl class="pf-v5-c-description-list pf-m-compact">
      <#if item.categories?has_content>
        <@detail term=msg("dataAccessCategories")>
          <ul class="data-access-plain">
            <#list item.categories as category>
              <li data-category="${category.key}">
                ${advancedMsg(category.label)}
                <@label text=category.jurisdiction color="grey" />
                <#if category.sensitivity != item.sensitivity><@sensitivity name=category.sensitivity /></#if>
              </li>
            </#list>
          </ul>
        </@detail>
      </#if>
      <#nested>
    </dl>
  </li>
</#macro>

<#macro until item>
  <#if item.until?has_content>
    <@detail term=msg("dataAccessUntil")><@time iso=item.until text=item.untilText!"" /></@detail>
  </#if>
</#macro>

<#-- What approvers said against a request; its line breaks are theirs. -->
<#macro comments>
  <#if dataAccess.comments?has_content>
    <div id="data-access-comments">
      <p class="data-access-strong">${msg("dataAccessComments", dataAccess.comments?size)}</p>
      <#list dataAccess.comments as comment><blockquote class="data-access-comment">${comment}</blockquote></#list>
    </div>
  </#if>
</#macro>

<#-- Which application on which device waits for this sign-in, so that nobody signs in somebody else's. -->
<#macro deviceNotice>
  <#if dataAccess.device??>
    <div id="data-access-device-notice">
      <@alert type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessDeviceNotice") />
      <dl class="pf-v5-c-description-list pf-m-compact data-access-device">
        <@detail term=msg("dataAccessDeviceApplication")><bdi>${dataAccess.device.application}</bdi><#if dataAccess.device.application != dataAccess.device.clientId> (<bdi>${dataAccess.device.clientId}</bdi>)</#if></@detail>
        <@detail term=msg("dataAccessDeviceCode")><span class="data-access-code">${dataAccess.device.code}</span></@detail>
      </dl>
      <p>${msg("dataAccessDeviceWarning")}</p>
    </div>
  </#if>
</#macro>

<#macro contacts>
  <#if dataAccess.contacts?has_content>
    <div id="data-access-contacts" class="data-access-contacts">
      <p class="data-access-strong">${msg("dataAccessContacts", dataAccess.contacts?size)}</p>
      <ul class="data-access-plain">
        <#list dataAccess.contacts as contact><li>${advancedMsg(contact)}</li></#list>
      </ul>
    </div>
  </#if>
</#macro>

<#-- `hint` stands in the error; `help` under the field. -->
<#macro group name label required=false help="" hint="">
  <#local error = (dataAccess.errors[name])!"">
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormGroupLabelClass!}">
      <label for="${name}" class="${properties.kcFormLabelClass!}">
        <span class="${properties.kcFormLabelTextClass!}">${label}</span>
        <#if required><span class="${properties.kcInputRequiredClass!}" aria-hidden="true">&#42;</span></#if>
      </label>
    </div>
    <#nested error>
    <#if help?has_content>
      <div class="${properties.kcFormHelperTextClass!}">
        <div class="${properties.kcInputHelperTextClass!}">
          <div class="${properties.kcInputHelperTextItemClass!}" id="${name}-help"><span class="${properties.kcInputHelperTextItemTextClass!}">${help}</span></div>
        </div>
      </div>
    </#if>
    <div id="input-error-container-${name}">
      <#if error?has_content>
        <div class="${properties.kcFormHelperTextClass!}" aria-live="polite">
          <div class="${properties.kcInputHelperTextClass!}">
            <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}" id="input-error-${name}">
              <span class="${properties.kcInputErrorMessageClass!}">${error}<#if hint?has_content> ${hint}</#if></span>
            </div>
          </div>
        </div>
      </#if>
    </div>
  </div>
</#macro>

<#-- What every input needs to name its help and its error to a screen reader. -->
<#macro described name error help=false>id="${name}" name="${name}"<#if error?has_content> aria-invalid="true" autofocus</#if><#if error?has_content || help> aria-describedby="<#if error?has_content>input-error-${name}</#if><#if help> ${name}-help</#if>"</#if></#macro>

<#macro errorIcon error>
  <#if error?has_content>
    <span class="${properties.kcInputErrorIconStatusClass!}"><i class="${properties.kcInputErrorIconClass!}" aria-hidden="true"></i></span>
  </#if>
</#macro>

<#macro select name error help=false required=false>
  <span class="${properties.kcInputClass!} <#if error?has_content>${properties.kcError!}</#if>">
    <select <@described name=name error=error help=help /> <#if required>required</#if>><#nested></select>
    <span class="${properties.kcFormControlUtilClass!}">
      <@errorIcon error=error />
      <#if properties.kcFormControlToggleIcon?has_content>
        <span class="${properties.kcFormControlToggleIcon}"><i class="fas fa-caret-down" aria-hidden="true"></i></span>
      </#if>
    </span>
  </span>
</#macro>

<#macro actions>
  <div class="${properties.kcFormGroupClass!}">
    <div class="${properties.kcFormActionGroupClass!} pf-v5-u-flex-wrap"><#nested></div>
  </div>
</#macro>

<#-- `loose` buttons leave the form without what it requires; `count` is of what the label names. -->
<#macro button action label type="Secondary" loose=true count=1>
  <button class="${properties.kcButtonClass!} ${properties["kcButton" + type + "Class"]!} ${properties.kcButtonBlockClass!}" id="kc-data-access-${action}"
          type="submit" name="action" value="${action}"<#if loose> formnovalidate</#if>>${msg(label, count)}</button>
</#macro>
