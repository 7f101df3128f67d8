<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<p>${msg(words + "Intro")}</p>
<@mail.rows>
<@mail.row "dataAccessMailSubject">${grant.subject}</@mail.row>
<@mail.what grant/>
<#if grant.ended??>
<@mail.row "dataAccessMailEnded">${grant.ended}</@mail.row>
<#else>
<@mail.row "dataAccessMailUntil">${grant.until}</@mail.row>
</#if>
</@mail.rows>
<#if grant.reason??>
<p>${msg("dataAccessMailReason")}</p>
<@mail.quote grant.reason/>
</#if>
<p><a href="${link}">${msg("dataAccessMailAccount")}</a></p>
</@layout.emailLayout>
