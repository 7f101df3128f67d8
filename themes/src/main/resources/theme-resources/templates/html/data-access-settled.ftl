<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<@mail.body msg(words + "Intro")>
<@mail.rows>
<@mail.who request/>
<@mail.what request/>
</@mail.rows>
<@mail.button "dataAccessMailLook" link/>
</@mail.body>
</@layout.emailLayout>
