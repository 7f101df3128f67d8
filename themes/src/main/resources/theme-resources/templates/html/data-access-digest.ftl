<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<@mail.body msg("dataAccessDigestIntro", digest.total)>
<table cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 16px; font-size: 16px; line-height: 24px">
<#list digest.groups as group>
<tr>
    <td align="right" style="padding: 2px 12px 2px 0; vertical-align: top; font-weight: bold">${group.count}</td>
    <td style="padding: 2px 0; vertical-align: top">${group.data?join(", ")} (${group.sensitivity}): ${group.application}</td>
</tr>
</#list>
</table>
<#if link??><@mail.button "dataAccessMailQueue" link/></#if>
<p style="margin: 0 0 4px; font-weight: bold">${msg((digest.newest?size lt digest.total)?then("dataAccessDigestNewest", "dataAccessDigestAll"), digest.newest?size)}</p>
<table cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 16px; font-size: 16px; line-height: 24px">
<#list digest.newest as request>
<tr><td style="padding: 6px 0; border-top: 1px solid #8a8d90">
<#if request.urgent><strong>${msg("dataAccessDigestUrgent")}</strong> </#if><#if request.reminded><strong>${msg("dataAccessDigestReminded")}</strong> </#if>${request.requester}<#if request.forOther>, ${msg("dataAccessMailSubject")} ${request.subject}</#if><br>
${request.data?join(", ")} (${request.sensitivity})<br>
${request.purpose}, ${request.duration}<br>
${msg("dataAccessMailExpires")} ${request.expires}
</td></tr>
</#list>
</table>
<@mail.note "dataAccessMailWithheld"/>
</@mail.body>
</@layout.emailLayout>
