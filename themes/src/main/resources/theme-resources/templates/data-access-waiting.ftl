<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessWaitingTitle")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${msg("dataAccessWaitingTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-waiting" <@commons.draftKey /> data-refresh-url="${dataAccess.refreshUrl}" data-poll-seconds="${(dataAccess.pollSeconds!5)?c}" data-version="${dataAccess.version!}">
    <p>${msg("dataAccessWaitingIntro")}</p>
    <#if dataAccess.urgent!false>
      <p><@commons.label text=msg("dataAccessMarkedUrgent") color="red" /></p>
    </#if>
    <@commons.items ; item>
      <#if item.missing?has_content>
        <@commons.detail term=msg("dataAccessMissing")>
          <ul class="data-access-plain data-access-missing">
            <#list item.missing as missing>
              <li data-group="${missing.group}">${msg("dataAccessMissingBy", missing.group, missing.given, missing.required)}</li>
            </#list>
          </ul>
        </@commons.detail>
      </#if>
      <#if item.purpose?has_content>
        <@commons.detail term=msg("dataAccessPurpose")>${commons.named("dataAccessPurpose", item.purpose)}</@commons.detail>
      </#if>
      <#if item.expiresAt?has_content && (item.status!"PENDING") == "PENDING">
        <@commons.detail term=msg("dataAccessExpires")><@commons.time iso=item.expiresAt text=item.expiresAtText!"" /></@commons.detail>
      </#if>
    </@commons.items>

    <div>
      <div id="data-access-progress" role="status" aria-live="polite" data-watching="${msg("dataAccessWatching")}" data-offline="${msg("dataAccessOffline")}"></div>
      <a id="data-access-refresh" href="${dataAccess.refreshUrl}">${msg("dataAccessRefresh")}</a>
    </div>
    <@commons.contacts />

    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p class="data-access-help">${msg("dataAccessActionsHelp")}</p>
      <@commons.actions>
        <#if dataAccess.canContinueWithout!false><@commons.button action="continue" label="dataAccessContinue" /></#if>
        <@commons.button action="cancel" label="dataAccessCancel" />
        <@commons.button action="withdraw" label="dataAccessWithdraw" type="Link" />
      </@commons.actions>
    </form>
  </div>
  <@commons.script name="data-access-waiting" />
</#if>
</@layout.registrationLayout>
