<#ftl output_format="plainText">
<#-- Each of these ends its last line itself: those who use it add none. -->
<#macro row key>
${msg(key)} <#nested>
</#macro>

<#macro what of>
<@row "dataAccessMailData">${of.data?join(", ")}</@row><#t>
<@row "dataAccessMailApplication">${of.application}</@row><#t>
</#macro>

<#macro who request>
<@row "dataAccessMailRequester">${request.requester}</@row><#t>
<#if request.forOther>
<@row "dataAccessMailSubject">${request.subject}</@row><#t>
</#if>
</#macro>

<#-- Each line is marked as one of others'. -->
<#macro quote lines>
<#list lines as line>
> ${line}
</#list>
</#macro>

<#macro why request>
<@row "dataAccessMailSensitivity">${request.sensitivity}</@row><#t>
<@row "dataAccessMailPurpose">${request.purpose}</@row><#t>
<@row "dataAccessMailDuration">${request.duration}</@row><#t>
<#if request.extends??>
<@row "dataAccessMailExtends">${request.extends}</@row><#t>
</#if>
<#if request.urgent>
<@row "dataAccessMailUrgent">${msg("dataAccessMailYes")}</@row><#t>
</#if>
<#if request.missing?has_content>
<@row "dataAccessMailMissing">${request.missing?join("; ")}</@row><#t>
</#if>
<@row "dataAccessMailExpires">${request.expires}</@row><#t>
</#macro>
