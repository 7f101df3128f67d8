<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg(words + "Intro")}

<#if request.forOther>
<@mail.row "dataAccessMailSubject">${request.subject}</@mail.row><#t>
</#if>
<@mail.what request/><#t>
<#if until??>
<@mail.row "dataAccessMailUntil">${until}</@mail.row><#t>
</#if>
<#if shortened??>
<@mail.row "dataAccessMailShortened">${request.duration}</@mail.row><#t>
</#if>

<#if comments?has_content>
${msg("dataAccessMailComments", comments?size)}

<#list comments as comment>
<@mail.quote comment/><#t>

</#list>
</#if>
<#if application??>
${msg("dataAccessMailApplicationLink")}:
${application}

</#if>
<#if link??>
${msg("dataAccessMailAccount")}:
${link}
</#if>
