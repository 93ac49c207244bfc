import postcss from 'postcss';
import {brotliCompressSync as b} from 'node:zlib';import {readFileSync as r} from 'node:fs';
const br=s=>b(Buffer.from(s)).length;
for(const f of process.argv.slice(2)){
const h=r(f,'utf8');const m=/<style>([^]*?)<\/style>/.exec(h);const now=br(h);console.log(f,now);
const ast=postcss.parse(m[1]);
const roots=new Map();const walk=(n,fn)=>n.walkRules(fn);
walk(ast,x=>{if(x.selector===':root'){roots.set(':root',1);return}const k=(/^\.([\w-]+)/.exec(x.selector)??[])[1]??'(el)';roots.set(k,1)});
const out=[];for(const k of roots.keys()){const a=postcss.parse(m[1]);walk(a,x=>{const kk=x.selector===':root'?':root':(/^\.([\w-]+)/.exec(x.selector)??[])[1]??'(el)';if(kk===k)x.remove()});a.walkAtRules(x=>{if(!x.nodes.length)x.remove()});out.push([now-br(h.replace(m[1],()=>a.toString())),k])}
out.sort((a,b)=>b[0]-a[0]);console.log(out.map(x=>x.join(' ')).join(' | '));
for(const [n,re] of [['csp',/<meta http-equiv[^>]*>/],['scripts inline',/<script type="module">[^]*?<\/script>/g],['script src',/<script type="module" src[^>]*><\/script>/g],['lds',/<script type="application[^]*?<\/script>/],['bc ld',/,\{"@type":"BreadcrumbList[^]*?\}\]\}/],['feeds',/<link rel="alternate" type[^>]*>/g],['icons',/<link rel="(icon|apple-touch-icon|manifest)"[^>]*>/g],['theme',/<meta name="theme-color"[^>]*>/g],['og all',/<meta (property|name)="(og|twitter):[^>]*>/g],['hreflang',/<link rel="alternate" hreflang[^>]*>/g],['misc meta',/<meta name="(referrer|format-detection)"[^>]*>/g],['sms',/<li><a href="sms[^]*?<\/li>/],['fb',/<li><a href="https:\/\/www.facebook[^]*?<\/li>/],['searchbox html',/<div class="find">[^]*?<\/form><\/div>/],['exit title',/ title="Rời[^"]*"/],['pager',/<nav class="pager[^]*?<\/nav>/],['related',/<section class="related[^]*?<\/section>/],['sources',/<section class="sources[^]*?<\/section>/],['pagefind',/ data-pagefind[a-z-]*(="[^"]*")?/g],['words',/ data-search-words="[^"]*"/],['print',/@media print\{(?:[^{}]*\{[^{}]*\})*\}/g],['svg',/<svg[^]*?<\/svg>/g],['breadcrumbs',/<nav class="breadcrumbs[^]*?<\/nav>/],['footer',/<footer[^]*?<\/footer>/],['masthead',/<div class="masthead[^]*?<\/header>/],['callbar',/<nav class="call-bar[^]*?<\/nav>/],['prose',/<div class="prose"[^]*?(?=<section class="(share|to-call))/]])console.log('  ',n,now-br(h.replace(re,'')));
}
