<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg("dataAccessDigestIntro", requests?size)}

<#list requests as request>
<@mail.who request/><#t>
<@mail.what request/><#t>
<@mail.why request/><#t>
${request.link}

</#list>
${msg("dataAccessMailWithheld")}
