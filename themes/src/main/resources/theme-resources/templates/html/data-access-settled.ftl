<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<p>${msg(words + "Intro")}</p>
<@mail.rows>
<@mail.who request/>
<@mail.what request/>
</@mail.rows>
<p><a href="${link}">${msg("dataAccessMailLook")}</a></p>
</@layout.emailLayout>
