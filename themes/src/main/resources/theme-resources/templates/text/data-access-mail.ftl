<#ftl output_format="plainText">
<#macro row key>
${msg(key)} <#nested>
</#macro>

<#macro what of>
<@row "dataAccessMailApplication">${of.application}</@row>
<@row "dataAccessMailData">${of.data?join(", ")}</@row>
</#macro>

<#macro who request>
<@row "dataAccessMailRequester">${request.requester}</@row>
<#if request.forOther>
<@row "dataAccessMailSubject">${request.subject}</@row>
</#if>
</#macro>

<#macro why request>
<@row "dataAccessMailSensitivity">${request.sensitivity}</@row>
<@row "dataAccessMailPurpose">${request.purpose}</@row>
<#if request.urgent>
<@row "dataAccessMailUrgent">${msg("dataAccessMailYes")}</@row>
</#if>
<@row "dataAccessMailExpires">${request.expires}</@row>
</#macro>
