<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<p>${msg(words + "Intro")}</p>
<@mail.rows>
<#if request.forOther><@mail.row "dataAccessMailSubject">${request.subject}</@mail.row></#if>
<@mail.what request/>
<#if grant??><@mail.row "dataAccessMailUntil">${grant.until}</@mail.row></#if>
</@mail.rows>
<#if comments?has_content>
<p>${msg("dataAccessMailComments", comments?size)}</p>
<#list comments as comment><@mail.quote comment/></#list>
</#if>
<p><a href="${link}">${msg("dataAccessMailAccount")}</a></p>
</@layout.emailLayout>
