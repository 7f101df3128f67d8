<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessWaitingTitle")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${msg("dataAccessWaitingTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-waiting" <@commons.draftKey /> data-refresh-url="${dataAccess.refreshUrl}" data-poll-seconds="${(dataAccess.pollSeconds!5)?c}" data-approved="${msg("dataAccessStatus.APPROVED")}">
    <p>${msg("dataAccessWaitingIntro")}</p>
    <#if dataAccess.urgent!false>
      <p><@commons.label text=msg("dataAccessMarkedUrgent") color="red" /></p>
    </#if>
    <@commons.deviceNotice />
    <@commons.items ; item>
      <#if item.approvals?has_content>
        <@commons.detail term=msg("dataAccessProgress")>
          <div class="data-access-progress">
            <#list item.approvals as approval><@progress id="approvals-${item.scope}-${approval?index}" approval=approval /></#list>
          </div>
        </@commons.detail>
      </#if>
      <#if item.purpose?has_content>
        <@commons.detail term=msg("dataAccessPurpose")>${commons.named("dataAccessPurpose", item.purpose)}</@commons.detail>
      </#if>
      <#if item.expiresAt?has_content>
        <@commons.detail term=msg("dataAccessTimeLeft")>
          <span role="timer" data-seconds-left="${item.secondsLeft?c}">${commons.duration(item.timeLeft)}</span>
          <span class="data-access-help data-access-until">${msg("dataAccessExpires")} <@commons.time iso=item.expiresAt text=item.expiresAtText!"" /></span>
        </@commons.detail>
      </#if>
    </@commons.items>

    <div>
      <div id="data-access-news" role="status" class="pf-v5-u-screen-reader"></div>
      <div id="data-access-progress" role="status" data-watching="${msg("dataAccessWatching")}" data-offline="${msg("dataAccessOffline")}"></div>
      <p><a id="data-access-refresh" href="${dataAccess.refreshUrl}">${msg("dataAccessRefresh")}</a></p>
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

<#-- A bar for eyes; a screen reader reads the same words from it. -->
<#macro progress id approval>
  <div class="pf-v5-c-progress pf-m-sm<#if approval.percent gte 100> pf-m-success</#if>" data-group="${approval.group}">
    <div class="pf-v5-c-progress__description" id="${id}">${approval.group}</div>
    <div class="pf-v5-c-progress__status" aria-hidden="true"><span class="pf-v5-c-progress__measure">${approval.text}</span></div>
    <div class="pf-v5-c-progress__bar" role="progressbar" aria-labelledby="${id}" aria-valuemin="0" aria-valuemax="${approval.required?c}" aria-valuenow="${approval.given?c}" aria-valuetext="${approval.text}">
      <div class="pf-v5-c-progress__indicator" style="width: ${approval.percent?c}%"></div>
    </div>
  </div>
</#macro>
