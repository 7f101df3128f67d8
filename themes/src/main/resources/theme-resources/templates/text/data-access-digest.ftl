<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg("dataAccessDigestIntro", digest.total)}

<#list digest.groups as group>
${group.count} × ${group.data?join(", ")} (${group.sensitivity}): ${group.application}
</#list>

<#if link??>
${msg("dataAccessMailQueue")}:
${link}
</#if>

${msg((digest.newest?size lt digest.total)?then("dataAccessDigestNewest", "dataAccessDigestAll"), digest.newest?size)}

<#list digest.newest as request>
<#if request.urgent>
${msg("dataAccessDigestUrgent")}
</#if>
<#if request.reminded>
${msg("dataAccessDigestReminded")}
</#if>
<@mail.who request/><#t>
<@mail.what request/><#t>
<@mail.row "dataAccessMailPurpose">${request.purpose}</@mail.row><#t>
<@mail.row "dataAccessMailDuration">${request.duration}</@mail.row><#t>
<@mail.row "dataAccessMailExpires">${request.expires}</@mail.row><#t>

</#list>
${msg("dataAccessMailWithheld")}
