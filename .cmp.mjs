import {readFileSync as r,readdirSync} from 'node:fs';import {PNG} from 'pngjs';
const [a,b]=process.argv.slice(2);
for(const f of readdirSync(a).sort()){ let B;try{B=PNG.sync.read(r(`${b}/${f}`))}catch{console.log('missing',f);continue}
 const A=PNG.sync.read(r(`${a}/${f}`)); let d=0,first=-1;const w=Math.min(A.width,B.width),h=Math.min(A.height,B.height);
 for(let y=0;y<h;y++){for(let x=0;x<w;x++){const i=(y*A.width+x)*4,j=(y*B.width+x)*4;if(Math.abs(A.data[i]-B.data[j])+Math.abs(A.data[i+1]-B.data[j+1])+Math.abs(A.data[i+2]-B.data[j+2])>40){d++;if(first<0)first=y}}}
 if(d||A.height!==B.height)console.log(f,A.height,B.height,'diff',d,'from y',first)}
