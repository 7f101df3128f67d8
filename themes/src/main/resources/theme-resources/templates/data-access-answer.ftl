<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#assign outcome = dataAccess.outcome>
<#assign refused = ["denied", "not_eligible"]?seq_contains(outcome)>
<#assign ended = ["request_expired", "cancelled"]?seq_contains(outcome)>
<#assign heading = msg("dataAccessAnswerTitle." + outcome)>
<#global title = heading>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${heading}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-answer" data-outcome="${outcome}" <@commons.draftKey /> <@commons.addresses />>
    <@commons.notDone />
    <@commons.alert
      type=refused?then("danger", ended?then("info", "warning"))
      icon=refused?then("kcFeedbackErrorIcon", ended?then("kcFeedbackInfoIcon", "kcFeedbackWarningIcon"))
      title=msg("dataAccessAnswerSummary." + outcome + (outcome == "cancelled" && dataAccess.cancellation?has_content)?then("." + dataAccess.cancellation!, "")) />
    <#assign partly = dataAccess.granted?has_content && ["denied", "request_expired", "cancelled"]?seq_contains(outcome)>
    <#if partly>
      <p>${msg("dataAccessAnswerText.partly" + (dataAccess.canContinueWithout!false)?then("", ".stuck"))}</p>
    <#else>
      <p>${msg("dataAccessAnswerText." + outcome + (outcome == "not_eligible" && dataAccess.isPending!false)?then(".pending", ""))}</p>
    </#if>
    <@commons.comments />
    <@commons.items granted=true />
    <@commons.contacts />
    <#assign canAskAgain = dataAccess.canAskAgain!false>
    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <@commons.actions>
        <#if canAskAgain><@commons.button action="again" label="dataAccessAgain" type="Primary" /></#if>
        <#if dataAccess.canContinueWithout!false><@commons.button action="continue" label="dataAccessContinue" type=canAskAgain?then("Secondary", "Primary") /></#if>
        <@commons.button action="cancel" label="dataAccessCancel" type="Link" />
      </@commons.actions>
    </form>
  </div>
  <@commons.script name="data-access-answer" />
</#if>
</@layout.registrationLayout>
