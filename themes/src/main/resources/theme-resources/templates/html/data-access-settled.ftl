<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<@mail.body msg(words + "Intro")>
<@mail.rows>
<@mail.who request/>
<@mail.what request/>
</@mail.rows>
<#if link??><@mail.button "dataAccessMailLook" link/></#if>
</@mail.body>
</@layout.emailLayout>
