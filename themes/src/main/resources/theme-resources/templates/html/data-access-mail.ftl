<#-- What people and configuration say is escaped by FreeMarker, and never goes through a message: it is shown as it is. -->
<#-- Tables and styles in place, because mail programs know little else; no colours but the button's, so that dark ones keep theirs. -->
<#macro body intro>
<style>:root { color-scheme: light dark; }</style>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="max-width: 600px; font-family: 'Red Hat Text', Helvetica, Arial, sans-serif; font-size: 16px; line-height: 24px">
<tr><td style="padding: 8px">
<p style="margin: 0 0 16px; font-size: 18px; font-weight: bold">${intro}</p>
<#nested>
</td></tr>
</table>
</#macro>

<#macro rows>
<table cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 16px; font-size: 16px; line-height: 24px">
<#nested>
</table>
</#macro>

<#macro row key>
<tr>
    <th scope="row" align="${ltr?then('left', 'right')}" style="padding: 2px 16px 2px 0; vertical-align: top; font-weight: normal; opacity: 0.75">${msg(key)}</th>
    <td style="padding: 2px 0; vertical-align: top"><#nested></td>
</tr>
</#macro>

<#macro what of>
<@row "dataAccessMailData"><#list of.data as label>${label}<#sep><br></#list></@row>
<@row "dataAccessMailApplication">${of.application}</@row>
</#macro>

<#macro who request>
<@row "dataAccessMailRequester">${request.requester}</@row>
<#if request.forOther><@row "dataAccessMailSubject">${request.subject}</@row></#if>
</#macro>

<#macro why request>
<@row "dataAccessMailSensitivity">${request.sensitivity}</@row>
<@row "dataAccessMailPurpose">${request.purpose}</@row>
<@row "dataAccessMailDuration">${request.duration}</@row>
<#if request.extends??><@row "dataAccessMailExtends">${request.extends}</@row></#if>
<#if request.urgent><@row "dataAccessMailUrgent"><strong>${msg("dataAccessMailYes")}</strong></@row></#if>
<#if request.missing?has_content><@row "dataAccessMailMissing"><#list request.missing as group>${group}<#sep><br></#list></@row></#if>
<@row "dataAccessMailExpires">${request.expires}</@row>
</#macro>

<#macro quote lines>
<blockquote style="margin: 8px 0 16px; padding: 0 12px; border-left: 3px solid #8a8d90; white-space: pre-line">${lines?join("\n")}</blockquote>
</#macro>

<#-- A link that looks like a button: a table cell with a background is one in every mail program. -->
<#macro button key to>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 16px">
<tr><td bgcolor="#0066cc" style="border-radius: 4px; background-color: #0066cc">
<a href="${to}" style="display: inline-block; padding: 10px 20px; font-size: 16px; font-weight: bold; color: #ffffff; text-decoration: none">${msg(key)}</a>
</td></tr>
</table>
</#macro>

<#macro note key>
<p style="margin: 0; font-size: 14px; line-height: 20px; opacity: 0.75">${msg(key)}</p>
</#macro>
