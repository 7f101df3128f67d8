<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<@mail.body msg(words + "Intro")>
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
<p style="margin: 0">${msg("dataAccessMailReason")}</p>
<@mail.quote grant.reason/>
</#if>
<#if link??><@mail.button "dataAccessMailAccount" link/></#if>
</@mail.body>
</@layout.emailLayout>
