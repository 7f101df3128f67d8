<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessNoticeTitle")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${msg("dataAccessNoticeTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-notice" <@commons.draftKey /> <@commons.addresses />>
    <@commons.notDone />
    <#list dataAccess.items as item><p><@sentence item=item /></p></#list>
    <@commons.items />
    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="shown" value="${dataAccess.shown}">
      <@commons.actions>
        <@commons.button action="open" label="dataAccessNoticeContinue" type="Primary" />
        <#if dataAccess.canContinueWithout!false><@commons.button action="continue" label="dataAccessContinue" /></#if>
        <@commons.button action="cancel" label="dataAccessCancel" type="Link" />
      </@commons.actions>
    </form>
  </div>
  <@commons.script name="data-access-notice" />
</#if>
</@layout.registrationLayout>

<#-- The time is an element of its own, so that the script can write it in the person's zone. -->
<#macro sentence item>
  <#local mark = "\x001F">
  <#local parts = msg("dataAccessNotice", advancedMsg(item.label), commons.named("dataAccessPurpose", item.purpose), mark)?split(mark)>
  ${parts[0]}<@commons.time iso=item.until text=item.untilText!"" />${parts[1]!}
</#macro>
