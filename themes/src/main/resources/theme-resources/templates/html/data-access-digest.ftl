<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<p>${msg("dataAccessDigestIntro", requests?size)}</p>
<#list requests as request>
<hr style="border: 0; border-top: 1px solid #d2d2d2">
<@mail.rows>
<@mail.who request/>
<@mail.what request/>
<@mail.why request/>
</@mail.rows>
<p><a href="${request.link}">${msg("dataAccessMailDecide")}</a></p>
</#list>
<hr style="border: 0; border-top: 1px solid #d2d2d2">
<p>${msg("dataAccessMailWithheld")}</p>
</@layout.emailLayout>
