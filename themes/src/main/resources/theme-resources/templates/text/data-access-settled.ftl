<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg(words + "Intro")}

<@mail.who request/><#t>
<@mail.what request/><#t>

<#if link??>
${msg("dataAccessMailLook")}:
${link}
</#if>
