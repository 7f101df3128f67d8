<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessRequestTitle")>
<#assign form = dataAccess.form!{}>
<@layout.registrationLayout displayMessage=false displayRequiredFields=true; section>
<#if section = "header">
  ${msg("dataAccessRequestTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-request" <@commons.draftKey /> <@commons.addresses /><#if dataAccess.prefilled!false> data-prefilled</#if> data-keep-alive-seconds="${(dataAccess.keepAliveSeconds!120)?c}">
    <@commons.notDone />
    <#if (dataAccess.errors.global)?has_content>
      <@commons.alert id="input-error-global" type="danger" icon="kcFeedbackErrorIcon" title=dataAccess.errors.global />
    </#if>
    <#if (dataAccess.withdrawn!0) gt 0>
      <@commons.alert id="data-access-withdrawn" type="info" icon="kcFeedbackInfoIcon" title=msg("dataAccessWithdrawn", dataAccess.withdrawn) />
    </#if>
    <p>${msg("dataAccessRequestIntro", dataAccess.clientName)}</p>
    <@commons.deviceNotice />
    <@commons.comments />
    <#if dataAccess.items?filter(item -> (item.ended.reason)??)?has_content>
      <@commons.alert id="data-access-revoked" type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessWasRevoked") />
    </#if>
    <@commons.items ; item>
      <#if item.denied??>
        <@commons.detail term=msg("dataAccessDeniedOn")><@commons.time iso=item.denied.at text=item.denied.atText /></@commons.detail>
        <#list item.denied.comments as comment>
          <@commons.detail term=msg("dataAccessComments", 1)><span class="data-access-prose">${comment}</span></@commons.detail>
        </#list>
      </#if>
      <#if item.ended??>
        <@commons.detail term=msg((item.ended.reason)???then("dataAccessRevokedOn", "dataAccessHandedBackOn"))><@commons.time iso=item.ended.at text=item.ended.atText /></@commons.detail>
        <#if item.ended.reason??>
          <@commons.detail term=msg("dataAccessRevokedReason")><span class="data-access-prose">${item.ended.reason}</span></@commons.detail>
        </#if>
      </#if>
      <#if item.approvals?has_content>
        <@commons.detail term=msg("dataAccessApprovals")>
          <ul class="data-access-plain">
            <#list item.approvals as approval><li>${msg("dataAccessApproval", approval.required, approval.group)}</li></#list>
          </ul>
        </@commons.detail>
      </#if>
    </@commons.items>

    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="shown" value="${dataAccess.shown}">
      <@commons.group name="purpose" label=msg("dataAccessPurpose") required=true ; error>
        <@commons.select name="purpose" error=error required=true>
          <option value="">${msg("dataAccessPurposeChoose")}</option>
          <#list dataAccess.purposes as purpose>
            <option value="${purpose}"<#if purpose == form.purpose!""> selected</#if>>${commons.named("dataAccessPurpose", purpose)}</option>
          </#list>
        </@commons.select>
      </@commons.group>

      <@commons.group name="justification" label=msg("dataAccessJustification") required=true help=msg("dataAccessJustificationHelp") ; error>
        <span class="${properties.kcInputClass!} pf-m-resize-vertical <#if error?has_content>${properties.kcError!}</#if>">
          <textarea <@commons.described name="justification" error=error help=true /> rows="4" required minlength="10" maxlength="2000">
${form.justification!}</textarea>
          <#if error?has_content><span class="${properties.kcFormControlUtilClass!}"><@commons.errorIcon error=error /></span></#if>
        </span>
      </@commons.group>

      <#assign ticketRequired = dataAccess.ticketRequired!false>
      <#assign hint = (dataAccess.ticketHint?has_content)?then(msg("dataAccessTicketHint", advancedMsg(dataAccess.ticketHint!)), "")>
      <#assign isHelped = hint?has_content && !((dataAccess.errors.ticket)?has_content)>
      <@commons.group name="ticket" label=msg(ticketRequired?then("dataAccessTicket", "dataAccessTicketOptional")) required=ticketRequired help=isHelped?then(hint, "") hint=hint ; error>
        <span class="${properties.kcInputClass!} <#if error?has_content>${properties.kcError!}</#if>">
          <input <@commons.described name="ticket" error=error help=isHelped /> type="text" value="${form.ticket!}" autocomplete="off"<#if ticketRequired> required</#if>>
          <#if error?has_content><span class="${properties.kcFormControlUtilClass!}"><@commons.errorIcon error=error /></span></#if>
        </span>
      </@commons.group>

      <#assign chosen = (form.duration?has_content)?then(form.duration!, dataAccess.duration!)>
      <@commons.group name="duration" label=msg("dataAccessDuration") help=msg("dataAccessDurationHelp", commons.duration(dataAccess.maxDuration)) ; error>
        <@commons.select name="duration" error=error help=true>
          <#list dataAccess.durations as option>
            <option value="${option.value}"<#if option.value == chosen> selected</#if>>${(option.label?has_content)?then(option.label!, commons.duration(option.value))}</option>
          </#list>
        </@commons.select>
      </@commons.group>

      <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcCheckboxClass!}">
          <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="urgent" name="urgent" aria-describedby="urgent-help"<#if (form.urgent!false)?string == "true"> checked</#if>>
          <label class="${properties.kcCheckboxLabelClass!}" for="urgent">${msg("dataAccessUrgent")}</label>
          <span class="pf-v5-c-check__description" id="urgent-help">${msg("dataAccessUrgentHelp")}</span>
        </div>
      </div>

      <@commons.contacts />
      <div id="data-access-expired" role="alert" hidden>
        <@commons.alert type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessDraftExpired") />
        <p><a href="${url.loginRestartFlowUrl}">${msg("dataAccessSignInAgain")}</a></p>
      </div>
      <@commons.actions>
        <@commons.button action="file" label="dataAccessFile" type="Primary" loose=false />
        <#if dataAccess.canContinueWithout!false><@commons.button action="continue" label="dataAccessContinue" /></#if>
        <@commons.button action="cancel" label="dataAccessCancel" type="Link" />
      </@commons.actions>
    </form>
  </div>
  <@commons.script name="data-access-request" />
</#if>
</@layout.registrationLayout>
