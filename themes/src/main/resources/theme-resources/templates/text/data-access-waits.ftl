<#ftl output_format="plainText">
<#import "data-access-mail.ftl" as mail>
${msg(words + "Intro")}

<@mail.who request/>
<@mail.what request/>
<@mail.why request/>

${msg("dataAccessMailDecide")}:
${link}

${msg("dataAccessMailWithheld")}
