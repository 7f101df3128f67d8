<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessWaitingTitle")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${msg("dataAccessWaitingTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-waiting" <@commons.draftKey /> <@commons.addresses /> data-poll-seconds="${(dataAccess.pollSeconds!5)?c}" data-approved="${msg("dataAccessStatus.APPROVED")}">
    <@commons.notDone />
    <noscript><meta http-equiv="refresh" content="60;url=${dataAccess.refreshUrl}"></noscript>
    <#if dataAccess.news?has_content>
      <@commons.alert type="info" icon="kcFeedbackInfoIcon" title=dataAccess.news />
    </#if>
    <#if dataAccess.unsent??>
      <div id="data-access-unsent">
        <@commons.alert type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessNotSent", dataAccess.requestCount) />
        <p>${msg("dataAccessNotSentText", dataAccess.requestCount)}</p>
        <blockquote class="data-access-typed data-access-prose">${dataAccess.unsent}</blockquote>
      </div>
    </#if>
    <#if dataAccess.withdrawing!false>
      <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
        <input type="hidden" name="shown" value="${dataAccess.shown}">
        <div id="data-access-withdrawing">
          <@commons.alert type="warning" icon="kcFeedbackWarningIcon" title=msg("dataAccessWithdrawQuestion", dataAccess.requestCount) />
          <p>${msg("dataAccessWithdrawLoses")}<#if dataAccess.lost gt 0> ${msg("dataAccessWithdrawLosesApprovals", dataAccess.lost)}</#if></p>
        </div>
        <@commons.actions>
          <@commons.button action="withdraw-now" label="dataAccessWithdraw" count=dataAccess.requestCount type="Primary" />
          <@commons.button action="stay" label="dataAccessWithdrawNot" />
        </@commons.actions>
      </form>
    <#else>
      <p>${msg("dataAccessWaitingIntro", dataAccess.requestCount)}</p>
    </#if>
    <#if dataAccess.urgent!false>
      <p><@commons.label text=msg("dataAccessMarkedUrgent") color="red" /></p>
    </#if>
    <@commons.deviceNotice />
    <@commons.items granted=true ; item>
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
      <#if item.justification?has_content>
        <@commons.detail term=msg("dataAccessJustification")><span class="data-access-prose">${item.justification}</span></@commons.detail>
      </#if>
      <#if item.ticket?has_content>
        <@commons.detail term=msg("dataAccessTicket")>${item.ticket}</@commons.detail>
      </#if>
      <#if item.duration?has_content>
        <@commons.detail term=msg("dataAccessDuration")><span data-duration="${item.duration}">${commons.duration(item.duration)}</span><#if item.askedDuration??> <span class="data-access-help">(${msg("dataAccessDurationShortened", commons.duration(item.askedDuration))})</span></#if></@commons.detail>
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
      <div id="data-access-progress" role="status" data-watching="${msg("dataAccessWatching", dataAccess.requestCount)}" data-offline="${msg("dataAccessOffline")}"></div>
      <p><a id="data-access-refresh" href="${dataAccess.refreshUrl}">${msg("dataAccessRefresh")}</a></p>
      <#if dataAccess.accountUrl?has_content>
        <p><a id="data-access-account" href="${dataAccess.accountUrl}" target="_blank" rel="noopener">${msg("dataAccessAccount")}</a></p>
      </#if>
    </div>
    <@commons.contacts />

    <#if !(dataAccess.withdrawing!false)>
    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="shown" value="${dataAccess.shown}">
      <p class="data-access-help">${msg("dataAccessActionsHelp", dataAccess.requestCount)}</p>
      <#if dataAccess.remindableAt??>
        <p id="data-access-remindable" class="data-access-help">${msg("dataAccessRemindFrom")} <@commons.time iso=dataAccess.remindableAt text=dataAccess.remindableAtText /></p>
      </#if>
      <@commons.actions>
        <@commons.button action="remind" label="dataAccessRemind" />
        <#if dataAccess.canContinueWithout!false><@commons.button action="continue" label="dataAccessContinue" /></#if>
        <@commons.button action="cancel" label="dataAccessCancel" />
        <@commons.button action="withdraw" label="dataAccessWithdraw" count=dataAccess.requestCount type="Link" />
      </@commons.actions>
    </form>
    </#if>
  </div>
  <@commons.script name="data-access-waiting" />
</#if>
</@layout.registrationLayout>

<#-- A bar for eyes; a screen reader reads the same words from it. -->
<#macro progress id approval>
  <div class="pf-v5-c-progress pf-m-sm<#if approval.percent gte 100> pf-m-success</#if>" data-group="${approval.key}">
    <div class="pf-v5-c-progress__description" id="${id}">${approval.group}</div>
    <div class="pf-v5-c-progress__status" aria-hidden="true"><span class="pf-v5-c-progress__measure">${approval.text}</span></div>
    <div class="pf-v5-c-progress__bar" role="progressbar" aria-labelledby="${id}" aria-valuemin="0" aria-valuemax="${approval.required?c}" aria-valuenow="${approval.given?c}" aria-valuetext="${approval.text}">
      <div class="pf-v5-c-progress__indicator" style="width: ${approval.percent?c}%"></div>
    </div>
  </div>
</#macro>
