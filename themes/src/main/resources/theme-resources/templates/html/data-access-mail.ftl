<#-- What people and configuration say is escaped by FreeMarker, and never goes through a message: it is shown as it is. -->
<#macro rows>
<table cellpadding="0" cellspacing="0" border="0">
<#nested>
</table>
</#macro>

<#macro row key>
<tr>
    <td style="padding: 2px 16px 2px 0; vertical-align: top; color: #4d4d4d; white-space: nowrap">${msg(key)}</td>
    <td style="padding: 2px 0; vertical-align: top"><#nested></td>
</tr>
</#macro>

<#macro what of>
<@row "dataAccessMailApplication">${of.application}</@row>
<@row "dataAccessMailData"><#list of.data as label>${label}<#sep><br></#list></@row>
</#macro>

<#macro who request>
<@row "dataAccessMailRequester">${request.requester}</@row>
<#if request.forOther><@row "dataAccessMailSubject">${request.subject}</@row></#if>
</#macro>

<#macro why request>
<@row "dataAccessMailSensitivity">${request.sensitivity}</@row>
<@row "dataAccessMailPurpose">${request.purpose}</@row>
<#if request.urgent><@row "dataAccessMailUrgent"><strong>${msg("dataAccessMailYes")}</strong></@row></#if>
<@row "dataAccessMailExpires">${request.expires}</@row>
</#macro>

<#macro quote lines>
<blockquote style="margin: 8px 0; padding: 0 12px; border-left: 3px solid #d2d2d2; white-space: pre-line">${lines?join("\n")}</blockquote>
</#macro>
