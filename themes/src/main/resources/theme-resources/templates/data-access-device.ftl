<#import "template.ftl" as layout>
<#import "data-access-commons.ftl" as commons>
<#global title = msg("dataAccessDeviceTitle")>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
  ${msg("dataAccessDeviceTitle")}
<#elseif section = "form">
  <@commons.stylesheet />
  <div id="data-access-device" <@commons.draftKey /> <@commons.addresses />>
    <@commons.notDone />
    <@commons.deviceNotice />
    <@commons.items ; item>
      <@commons.until item=item />
    </@commons.items>
    <form id="kc-data-access-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="shown" value="${dataAccess.shown}">
      <p>${msg("dataAccessDeviceQuestion")}</p>
      <@commons.actions>
        <@commons.button action="confirm" label="dataAccessDeviceYes" type="Primary" />
        <@commons.button action="cancel" label="dataAccessDeviceNo" />
      </@commons.actions>
    </form>
  </div>
  <@commons.script name="data-access-device" />
</#if>
</@layout.registrationLayout>
