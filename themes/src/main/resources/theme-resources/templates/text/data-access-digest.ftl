<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg("dataAccessDigestIntro", requests?size)}

<#list requests as request>
<@mail.who request/>
<@mail.what request/>
<@mail.why request/>
${request.link}

</#list>
${msg("dataAccessMailWithheld")}
