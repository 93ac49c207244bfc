import type { Example } from './content.ts';
import type Prose from '../../../src/components/Prose/Prose.astro';

export const examples: Example<typeof Prose>[] = [
  {
    name: 'every element of a body',
    props: {},
    slot: `<p>Ai cũng mong có <strong>việc tốt</strong>. <em>Kẻ xấu</em> biết điều đó. Xem <a href="/so-lieu/">Số liệu</a> và <code>LD</code>.</p>
<h2>Trước khi đi, hãy kiểm tra</h2>
<ol><li>Công việc cụ thể là gì.</li><li>Nơi làm ở đâu.</li></ol>
<h3>Họ giữ người bằng cách nào</h3>
<ul><li>Thu điện thoại, căn cước, hộ chiếu.</li><li>Bắt gọi về nhà đòi tiền chuộc.</li></ul>
<pre tabindex="0"><code>LD (số đã gọi bạn) (nội dung)</code></pre>
<div class="table-scroll" tabindex="0"><table><thead><tr><th scope="col">Việc</th><th scope="col">Số gọi</th></tr></thead><tbody><tr><td>Đang nguy hiểm</td><td>113</td></tr></tbody></table></div>`,
  },
];
