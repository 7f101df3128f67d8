<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg(words + "Intro")}

<@mail.row "dataAccessMailSubject">${grant.subject}</@mail.row><#t>
<@mail.what grant/><#t>
<#if grant.ended??>
<@mail.row "dataAccessMailEnded">${grant.ended}</@mail.row><#t>
<#else>
<@mail.row "dataAccessMailUntil">${grant.until}</@mail.row><#t>
</#if>

<#if grant.reason??>
${msg("dataAccessMailReason")}

<@mail.quote grant.reason/><#t>

</#if>
<#if link??>
${msg("dataAccessMailAccount")}:
${link}
</#if>
