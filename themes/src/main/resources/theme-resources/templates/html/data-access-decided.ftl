<#import "template.ftl" as layout>
<#import "data-access-mail.ftl" as mail>
<@layout.emailLayout>
<@mail.body msg(words + "Intro")>
<@mail.rows>
<#if request.forOther><@mail.row "dataAccessMailSubject">${request.subject}</@mail.row></#if>
<@mail.what request/>
<#if until??><@mail.row "dataAccessMailUntil">${until}</@mail.row></#if>
<#if shortened??><@mail.row "dataAccessMailShortened">${request.duration}</@mail.row></#if>
</@mail.rows>
<#if comments?has_content>
<p style="margin: 0">${msg("dataAccessMailComments", comments?size)}</p>
<#list comments as comment><@mail.quote comment/></#list>
</#if>
<#if application??><@mail.button "dataAccessMailApplicationLink" application/></#if>
<#if link??><@mail.button "dataAccessMailAccount" link/></#if>
</@mail.body>
</@layout.emailLayout>
