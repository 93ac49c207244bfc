import sharp from 'sharp'; const [n,left,top,w,h,out]=process.argv.slice(2); const dirs=(process.env.DIRS??'base,new2').split(',');
const bufs=[];for(const d of dirs){const p=`/tmp/reader-shots/${d}/${n}.png`;const m=await sharp(p).metadata();const ww=Math.min(+w,m.width-left),hh=Math.min(+h,m.height-top);bufs.push(await sharp(p).extract({left:+left,top:+top,width:ww,height:hh}).toBuffer())}
const W=+w,H=+h;await sharp({create:{width:W*dirs.length+10*(dirs.length-1),height:H,channels:3,background:'red'}}).composite(bufs.map((b,i)=>({input:b,left:i*(W+10),top:0}))).png().toFile(out);
