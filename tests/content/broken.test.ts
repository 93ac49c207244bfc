/**
 * What an editor reads when a file is broken: the place, the rule, what is wrong and how to fix it, word for word.
 * Every folder in `broken/` is laid over the valid content and breaks it in one ordinary way.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent, MAX_FILE_BYTES } from '../../src/content-loader/index.ts';
import { tagNames } from '../../src/mdx/tags.ts';
import { formatMessage, type Problem, type ProblemCode } from '../../src/problems/index.ts';
import { collectionNames } from '../../src/schema/index.ts';
import { contentWith, errorsIn, temporaryFolder, valid } from '../support/content.ts';
import { node, root } from '../support/run.ts';

const broken = path.join(root, 'tests/content/broken');

interface Finding {
  /** `file:line:column`. */
  at: string;
  code: ProblemCode;
  what: string;
  fix: string;
}

const findings = (problems: Problem[]): Finding[] =>
  problems.map((problem) => ({
    at: `${problem.file}:${problem.line}:${problem.column}`,
    code: problem.code,
    ...formatMessage(problem),
  }));

const expected: Record<string, Finding[]> = {
  'address-of-another-page': [
    {
      at: 'pages/tim-kiem.mdx:1:1',
      code: 'file-duplicate',
      what: 'Địa chỉ “/tim-kiem/” đã thuộc một trang có sẵn.',
      fix: 'Đổi tên tệp.',
    },
  ],
  'address-without-https': [
    {
      at: 'sources/bao-cao-2023.json:7:10',
      code: 'field-url',
      what: '“vidu.example/bao-cao-2023” trong trường “url” không phải là địa chỉ web.',
      fix: 'Viết đủ, bắt đầu bằng https://.',
    },
  ],
  'alert-expires-before-it-starts': [
    {
      at: 'alerts/doa-khoa-sim.mdx:36:12',
      code: 'field-expiry',
      what: 'Cảnh báo hết hạn trước hoặc ngay ngày đăng.',
      fix: 'Đặt “expiresAt” sau “publishedAt”.',
    },
  ],
  'answer-link-to-another-site': [
    {
      at: 'answers/so-cong-an.json:10:11',
      code: 'link-dangling',
      what: 'Không có trang “https://vidu.example/”.',
      fix: 'Kiểm tra lại địa chỉ.',
    },
  ],
  'answer-link-to-no-page': [
    {
      at: 'answers/so-cong-an.json:10:11',
      code: 'link-dangling',
      what: 'Không có trang “/gioi-thiu/”.',
      fix: 'Có phải là “/gioi-thieu/”?',
    },
  ],
  'answer-names-no-hotline': [
    {
      at: 'answers/so-cong-an.json:12:5',
      code: 'reference',
      what: 'Không có “131” trong thư mục hotlines.',
      fix: 'Có phải là “111”? Nếu không, tạo tệp hotlines/131.',
    },
  ],
  'area-unknown': [
    {
      at: 'statistics/nua-dau-2023.json:6:11',
      code: 'field-area',
      what: '“Cao Bằng” không phải là mã vùng ISO 3166.',
      fix: 'Dùng “VN” cho cả nước, “VN-04” cho tỉnh Cao Bằng.',
    },
  ],
  'area-without-a-province': [
    {
      at: 'statistics/nua-dau-2023.json:6:11',
      code: 'field-area',
      what: '“VN-99” không phải là mã vùng ISO 3166.',
      fix: 'Dùng “VN” cho cả nước, “VN-04” cho tỉnh Cao Bằng.',
    },
  ],
  'area-merged-into-another': [
    {
      at: 'statistics/nua-dau-2023.json:6:11',
      code: 'area-ended',
      what: 'Tỉnh Hà Giang chỉ còn đến ngày 30/6/2025, mà kỳ của số liệu kết thúc sau ngày đó.',
      fix: 'Dùng mã của tỉnh mới, hoặc sửa “period”.',
    },
  ],
  'base-overlaps-its-period': [
    {
      at: 'statistics/nua-dau-2023.json:27:16',
      code: 'observation-base-order',
      what: 'Kỳ so sánh của “thay-doi-pham-phap” kết thúc ngày 1/1/2023, không trước ngày đầu kỳ của số liệu (1/1/2023).',
      fix: 'Sửa “base” hoặc “period”: kỳ so sánh phải xong trước khi kỳ của số liệu bắt đầu.',
    },
  ],
  'body-empty': [
    {
      at: 'pages/gioi-thieu.mdx:6:1',
      code: 'body-empty',
      what: 'Phần nội dung trống.',
      fix: 'Viết nội dung dưới dòng “---” thứ hai.',
    },
  ],
  'braces-in-text': [
    {
      at: 'pages/gioi-thieu.mdx:7:19',
      code: 'body-code',
      what: 'Không được viết mã trong bài: {thử}.',
      fix: 'Xóa đoạn này. Nếu cần dấu { } trong câu, viết bằng chữ.',
    },
  ],
  'change-without-base': [
    {
      at: 'statistics/nua-dau-2023.json:22:16',
      code: 'observation-base',
      what: '“thay-doi-pham-phap” là tỷ lệ thay đổi nhưng không nói so với kỳ nào.',
      fix: 'Thêm “base” với ngày đầu và ngày cuối của kỳ so sánh.',
    },
  ],
  'choice-in-plain-vietnamese': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:7:8',
      code: 'field-choice',
      what: '“Lừa đảo” không phải là giá trị của trường “topic”.',
      fix: 'Có phải là “lua-dao”? Chọn một trong: mua-ban-nguoi, bien-gioi, lua-dao, ho-tro, phap-luat, an-ninh-trat-tu, tuyen-truyen.',
    },
  ],
  'choice-unknown': [
    {
      at: 'alerts/doa-khoa-sim.mdx:10:11',
      code: 'field-choice',
      what: '“nghiem-trong” không phải là giá trị của trường “severity”.',
      fix: 'Chọn một trong: extreme, severe, moderate, minor, unknown.',
    },
  ],
  'corroboration-without-its-quote': [
    {
      at: 'statistics/nua-dau-2023.json:19:26',
      code: 'field-pair',
      what: '“bao-cao-2023” trong trường “observations[1].corroboratedBy[1]” thiếu một nửa.',
      fix: 'Viết hai mã cách nhau bằng dấu gạch chéo, ví dụ “cao-bang-6-thang-2023/so-vu-mua-ban-nguoi”.',
    },
  ],
  'date-not-in-calendar': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:12:14',
      code: 'field-date',
      what: '“2026-02-30” trong trường “publishedAt” không phải là ngày có thật.',
      fix: 'Viết năm-tháng-ngày, ví dụ 2026-11-23.',
    },
  ],
  'date-vietnamese': [
    {
      at: 'pages/gioi-thieu.mdx:4:12',
      code: 'field-date',
      what: '“21/7/2023” trong trường “updatedAt” không phải là ngày có thật.',
      fix: 'Viết “2023-07-21”.',
    },
  ],
  'date-vietnamese-not-in-calendar': [
    {
      at: 'pages/gioi-thieu.mdx:4:12',
      code: 'field-date',
      what: '“30/2/2026” trong trường “updatedAt” không phải là ngày có thật.',
      fix: 'Viết năm-tháng-ngày, ví dụ 2026-11-23.',
    },
  ],
  'do-alone': [
    {
      at: 'alerts/doa-khoa-sim.mdx:43:1',
      code: 'body-tag-place',
      what: 'Thẻ <Do> phải đứng trong thẻ <DoDont>.',
      fix: 'Viết theo mẫu: <DoDont>\n\n<Do>\n\n- Gọi lại số đã biết.\n\n</Do>\n\n<Dont>\n\n- Chuyển tiền.\n\n</Dont>\n\n</DoDont>',
    },
    {
      at: 'alerts/doa-khoa-sim.mdx:49:1',
      code: 'body-tag-place',
      what: 'Thẻ <Dont> phải đứng trong thẻ <DoDont>.',
      fix: 'Viết theo mẫu: <DoDont>\n\n<Do>\n\n- Gọi lại số đã biết.\n\n</Do>\n\n<Dont>\n\n- Chuyển tiền.\n\n</Dont>\n\n</DoDont>',
    },
  ],
  'fall-written-as-rise': [
    {
      at: 'statistics/nua-dau-2023.json:22:16',
      code: 'proof-direction',
      what: 'Câu trích “bao-cao-2023/pham-phap” viết “9,25%”, không khớp dấu của 9.25 (thay-doi-pham-phap).',
      fix: 'Giảm là số âm, tăng là số dương; câu trích phải có chữ “giảm” hoặc “tăng” ngay trước số.',
    },
  ],
  'field-left-empty': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:7:7',
      code: 'field-missing',
      what: 'Thiếu trường “topic”.',
      fix: 'Thêm “topic”.',
    },
  ],
  'field-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “verifiedAt”.',
      fix: 'Thêm “verifiedAt”.',
    },
  ],
  'field-missing-inside-a-list': [
    {
      at: 'statistics/nua-dau-2023.json:14:5',
      code: 'field-missing',
      what: 'Thiếu trường “observations[1].value”.',
      fix: 'Thêm “observations[1].value”.',
    },
  ],
  'field-misspelt': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “summary”.',
      fix: 'Thêm “summary”.',
    },
    {
      at: 'articles/viec-nhe-luong-cao.mdx:3:9',
      code: 'field-unknown',
      what: 'Không có trường nào tên “sumary”.',
      fix: 'Có phải là “summary”? Nếu không, xóa trường này.',
    },
  ],
  'field-misspelt-inside-a-group': [
    {
      at: 'glossary/bcd-138.json:5:17',
      code: 'field-missing',
      what: 'Thiếu trường “definition.en”.',
      fix: 'Thêm “definition.en”.',
    },
    {
      at: 'glossary/bcd-138.json:7:12',
      code: 'field-unknown',
      what: 'Không có trường nào tên “eng”.',
      fix: 'Xóa trường này.',
    },
  ],
  'field-twice-in-front-matter': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:8:1',
      code: 'syntax',
      what: 'Sai cú pháp YAML: Map keys must be unique',
      fix: 'Kiểm tra dấu hai chấm, thụt dòng và dấu nháy; đặt câu có dấu hai chấm trong dấu nháy kép.',
    },
  ],
  'field-twice-in-json': [
    {
      at: 'glossary/bcd-138.json:3:3',
      code: 'syntax',
      what: 'Sai cú pháp JSON: Map keys must be unique',
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'figure-in-text-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:18:1',
      code: 'reference-figure',
      what: 'Không có số liệu “nua-dau-2023/so-vu-an”.',
      fix: 'Có phải là “nua-dau-2023/so-vu”?',
    },
  ],
  'file-in-a-folder-of-its-own': [
    {
      at: 'articles/2026:1:1',
      code: 'file-type',
      what: 'Thư mục này chỉ nhận tệp .mdx.',
      fix: 'Đổi đuôi tệp thành .mdx hoặc chuyển tệp sang thư mục khác.',
    },
  ],
  'file-in-no-folder': [
    {
      at: 'bai-moi.mdx:1:1',
      code: 'file-stray',
      what: 'Tệp này không nằm trong thư mục của một loại nội dung.',
      fix: 'Chuyển tệp vào một trong các thư mục: sources, indicators, statistics, hotlines, banks, situations, glossary, conferences, articles, alerts, self-checks, answers, pages, public-names; hoặc xóa tệp.',
    },
  ],
  'file-of-other-kind': [
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “english”.',
      fix: 'Thêm “english”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “topic”.',
      fix: 'Thêm “topic”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “audience”.',
      fix: 'Thêm “audience”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “keyPoints”.',
      fix: 'Thêm “keyPoints”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “publishedAt”.',
      fix: 'Thêm “publishedAt”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “verifiedAt”.',
      fix: 'Thêm “verifiedAt”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “sources”.',
      fix: 'Thêm “sources”.',
    },
    {
      at: 'articles/gioi-thieu.mdx:2:1',
      code: 'field-missing',
      what: 'Thiếu trường “hotlines”.',
      fix: 'Thêm “hotlines”.',
    },
  ],
  'file-of-other-type': [
    {
      at: 'articles/bai-moi.md:1:1',
      code: 'file-type',
      what: 'Thư mục này chỉ nhận tệp .mdx.',
      fix: 'Đổi đuôi tệp thành .mdx hoặc chuyển tệp sang thư mục khác.',
    },
  ],
  'folder-unknown': [
    {
      at: 'tin-tuc:1:1',
      code: 'folder-unknown',
      what: 'Thư mục “tin-tuc” không thuộc nội dung của trang.',
      fix: 'Dùng một trong các thư mục: sources, indicators, statistics, hotlines, banks, situations, glossary, conferences, articles, alerts, self-checks, answers, pages, public-names.',
    },
  ],
  'front-matter-missing': [
    {
      at: 'pages/gioi-thieu.mdx:1:1',
      code: 'front-matter-missing',
      what: 'Tệp không có phần khai báo ở đầu.',
      fix: 'Bắt đầu tệp bằng dòng “---”, các trường, rồi thêm một dòng “---”.',
    },
  ],
  'front-matter-not-closed': [
    {
      at: 'pages/gioi-thieu.mdx:1:1',
      code: 'front-matter-missing',
      what: 'Tệp không có phần khai báo ở đầu.',
      fix: 'Bắt đầu tệp bằng dòng “---”, các trường, rồi thêm một dòng “---”.',
    },
  ],
  'figure-without-producer': [
    {
      at: 'statistics/nua-dau-2023.json:1:1',
      code: 'field-missing',
      what: 'Thiếu trường “producer”.',
      fix: 'Thêm “producer”.',
    },
  ],
  'range-from-high-to-low': [
    {
      at: 'statistics/nua-dau-2023.json:17:18',
      code: 'field-amount',
      what: 'Trường “observations[1].value.range” có giá trị không dùng được: [7,5].',
      fix: 'Viết một con số: 443000. Khoảng 5–7, số nhỏ trước: { "range": [5, 7] }. Phần của tổng 341/360: { "of": [341, 360] }. Gấp rưỡi: { "multiple": 1.5 }; giảm một nửa: { "multiple": 0.5 }. Nguồn bỏ trống: null.',
    },
  ],
  'value-missing-without-its-status': [
    {
      at: 'statistics/nua-dau-2023.json:14:5',
      code: 'field-missing-value',
      what: '“value” là null nhưng “status” không phải là missing, hoặc ngược lại.',
      fix: 'Nguồn không cho số liệu: "value": null cùng "status": "missing". Có số liệu: ghi số và bỏ missing.',
    },
  ],
  'stock-of-several-days': [
    {
      at: 'statistics/nua-dau-2023.json:7:13',
      code: 'field-as-of',
      what: 'Số tính đến một ngày (as-of) mà kỳ có hơn một ngày.',
      fix: 'Ghi ngày đó vào cả “start” và “end”. Nếu nguồn cộng dồn từ một ngày, dùng "timing": "cumulative"; nếu là số của riêng kỳ, bỏ “timing”.',
    },
  ],
  'multiple-of-a-count': [
    {
      at: 'statistics/nua-dau-2023.json:16:16',
      code: 'observation-form',
      what: '“so-vu” có “measure” là count, mà dạng con số này chỉ dùng cho change.',
      fix: 'Phần của tổng ("of") là số đếm (count); số lần ("multiple") là thay đổi so với kỳ khác (change). Tỷ lệ phần trăm thì ghi một con số.',
    },
    {
      at: 'statistics/nua-dau-2023.json:16:16',
      code: 'proof-value',
      what: 'Câu trích “bao-cao-2023/mua-ban-nguoi” không nói {"multiple":2} (so-vu). Trong câu có: 05.',
      fix: 'Tệp ghi {"multiple":2}. Đối chiếu với tài liệu gốc rồi nhập đúng số trong câu, hoặc chọn đúng câu trích.',
    },
  ],
  'currency-of-a-count': [
    {
      at: 'indicators/so-vu.json:20:15',
      code: 'field-currency',
      what: '“currency” chỉ dùng cho chỉ tiêu số tiền.',
      fix: 'Đổi “measure” thành money, hoặc bỏ “currency”.',
    },
  ],
  'heading-1': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:20:1',
      code: 'body-heading',
      what: 'Tiêu đề bậc 1 không dùng được ở đây.',
      fix: 'Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.',
    },
  ],
  'heading-skips-a-level': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:20:1',
      code: 'body-heading',
      what: 'Tiêu đề bậc 3 không dùng được ở đây.',
      fix: 'Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.',
    },
  ],
  'hotline-in-text-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:36:1',
      code: 'reference',
      what: 'Không có “1800” trong thư mục hotlines.',
      fix: 'Tạo tệp hotlines/1800, hoặc sửa mã.',
    },
  ],
  image: [
    {
      at: 'pages/gioi-thieu.mdx:7:1',
      code: 'body-markdown',
      what: 'Không dùng ảnh trong bài.',
      fix: 'Trang không đăng ảnh; hãy tả bằng lời.',
    },
  ],
  'indicator-in-two-releases-of-one-period': [
    {
      at: 'statistics/nua-dau-2023.json:15:20',
      code: 'observation-overlap',
      what: '“so-vu” đã có trong đợt “bao-cao-bo-sung”, cùng nơi và kỳ chồng lên nhau.',
      fix: 'Một con số chỉ ghi một lần. Số mới thay số cũ: sửa đợt cũ và thêm “revisions”. Tài liệu khác nêu cùng con số: thêm câu trích vào “corroboratedBy”. Tài liệu khác nêu số khác về đúng kỳ này: giữ cả hai, và ở con số không nêu đầu thêm "alternativeTo": { "release": "bao-cao-bo-sung", "reason": … }. Số cộng dồn hoặc số tính đến một ngày: ghi “timing” của đợt.',
    },
  ],
  'indicator-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:18:1',
      code: 'reference-figure',
      what: 'Không có số liệu “nua-dau-2023/so-vu”.',
      fix: 'Viết “mã đợt số liệu/mã chỉ tiêu” như trong thư mục statistics.',
    },
    {
      at: 'statistics/nua-dau-2023.json:15:20',
      code: 'reference',
      what: 'Không có “so-bi-can” trong thư mục indicators.',
      fix: 'Tạo tệp indicators/so-bi-can, hoặc sửa mã.',
    },
  ],
  'indicator-twice-in-a-release': [
    {
      at: 'statistics/nua-dau-2023.json:21:20',
      code: 'observation-duplicate',
      what: 'Chỉ tiêu “so-vu” có hai lần trong cùng một đợt số liệu.',
      fix: 'Giữ một số; số khác kỳ hoặc khác vùng thì đặt vào đợt khác.',
    },
  ],
  'json-comma-after-the-last': [
    {
      at: 'glossary/bcd-138.json:12:1',
      code: 'syntax',
      what: 'Sai cú pháp JSON: Expected double-quoted property name',
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'json-comma-missing': [
    {
      at: 'glossary/bcd-138.json:4:3',
      code: 'syntax',
      what: 'Sai cú pháp JSON: Missing , between flow map items',
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'json-curly-quotes': [
    {
      at: 'glossary/bcd-138.json:3:19',
      code: 'syntax',
      what: "Sai cú pháp JSON: Unexpected token '“'",
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'json-cut-off': [
    {
      at: 'glossary/bcd-138.json:12:1',
      code: 'syntax',
      what: 'Sai cú pháp JSON: Flow map must end with a }',
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'json-empty': [
    {
      at: 'glossary/bcd-138.json:1:1',
      code: 'syntax',
      what: 'Sai cú pháp JSON: Unexpected end of JSON input',
      fix: 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.',
    },
  ],
  'json-list': [
    {
      at: 'glossary/bcd-138.json:1:1',
      code: 'field-type',
      what: 'Trường “(cả tệp)” phải là một nhóm trường.',
      fix: 'Viết lại “(cả tệp)” thành một nhóm trường.',
    },
  ],
  'less-than-sign': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:22:13',
      code: 'syntax',
      what: 'Sai cú pháp MDX: Unexpected character after `<`, expected a valid JSX tag',
      fix: 'Kiểm tra các thẻ: mỗi thẻ mở có một thẻ đóng, thẻ đứng một mình kết thúc bằng “/>”. Không viết dấu < sát trước chữ hay số.',
    },
  ],
  'link-to-facet-page-nobody-needs': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:23:1',
      code: 'link-dangling',
      what: 'Không có trang “/canh-bao/kenh/goi-video/”.',
      fix: 'Kiểm tra lại địa chỉ.',
    },
  ],
  'link-to-no-page': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:23:1',
      code: 'link-dangling',
      what: 'Không có trang “/canh-bao/doa-khoa-sin/”.',
      fix: 'Có phải là “/canh-bao/doa-khoa-sim/”?',
    },
  ],
  'link-to-other-site': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:23:12',
      code: 'link-address',
      what: 'Liên kết tới “https://facebook.com/cong-an” không được phép.',
      fix: 'Liên kết trong trang bắt đầu bằng “/”. Trang ngoài: khai báo trong thư mục sources, hoặc dùng tên miền đã cho phép.',
    },
  ],
  'list-too-short': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:10:3',
      code: 'field-short',
      what: 'Trường “keyPoints” quá ngắn: cần ít nhất 2 mục.',
      fix: 'Thêm vào “keyPoints”.',
    },
  ],
  'list-written-as-text': [
    {
      at: 'conferences/hoi-nghi-2023-07-21.mdx:24:11',
      code: 'field-type',
      what: 'Trường “releases” phải là danh sách.',
      fix: 'Viết lại “releases” thành danh sách.',
    },
  ],
  'month-vietnamese': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:13:13',
      code: 'field-partial-date',
      what: '“11/2026” trong trường “verifiedAt” không phải là ngày, tháng hay năm có thật.',
      fix: 'Viết 2026, 2026-03 hoặc 2026-03-15.',
    },
  ],
  'name-with-capitals': [
    {
      at: 'articles/Viec-Nhe.mdx:1:1',
      code: 'file-name',
      what: 'Tên tệp “Viec-Nhe.mdx” không dùng làm địa chỉ trang được.',
      fix: 'Đổi tên thành “viec-nhe.mdx”.',
    },
  ],
  'name-with-spaces': [
    {
      at: 'glossary/ban chi dao 138.json:1:1',
      code: 'file-name',
      what: 'Tên tệp “ban chi dao 138.json” không dùng làm địa chỉ trang được.',
      fix: 'Đổi tên thành “ban-chi-dao-138.json”.',
    },
  ],
  'notice-over-one-page': [
    {
      at: 'alerts/doa-khoa-sim.mdx:2:8',
      code: 'field-notice-length',
      what: 'Tờ dán bảng tin của cảnh báo này không vừa một trang A4.',
      fix: 'Rút gọn “title”, hai dấu hiệu đầu của “redFlags”, hoặc câu đầu của từng việc trong “doNow”.',
    },
  ],
  'number-in-quotes': [
    {
      at: 'hotlines/111.json:29:12',
      code: 'field-type',
      what: 'Trường “order” phải là số (dấu chấm cho phần thập phân, không có dấu ngăn hàng nghìn).',
      fix: 'Viết lại “order” thành số (dấu chấm cho phần thập phân, không có dấu ngăn hàng nghìn).',
    },
  ],
  'number-in-words': [
    {
      at: 'statistics/nua-dau-2023.json:17:16',
      code: 'field-number',
      what: 'Trường “observations[1].value” là chữ “gần 5”, không phải con số.',
      fix: 'Thay bằng: "value": 5, "qualifier": "nearly"',
    },
  ],
  'number-not-whole': [
    {
      at: 'hotlines/111.json:29:12',
      code: 'field-type',
      what: 'Trường “order” phải là số nguyên.',
      fix: 'Viết lại “order” thành số nguyên.',
    },
  ],
  'number-of-no-release': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:11:5',
      code: 'prose-figure',
      what: 'Bài viết “7 vụ”, nhưng không đợt số liệu nào có số này.',
      fix: 'Số gần nhất: <Figure of="nua-dau-2023/so-vu" />.',
    },
  ],
  'number-typed-by-hand': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:23:1',
      code: 'prose-figure-typed',
      what: 'Con số “5 vụ” được gõ tay.',
      fix: 'Thay bằng <Figure of="nua-dau-2023/so-vu" />.',
    },
  ],
  'period-reversed': [
    {
      at: 'statistics/nua-dau-2023.json:9:12',
      code: 'field-period',
      what: 'Ngày cuối của kỳ đứng trước ngày đầu.',
      fix: 'Đổi lại “start” và “end”.',
    },
  ],
  'phone-with-dots': [
    {
      at: 'hotlines/111.json:2:13',
      code: 'field-phone',
      what: '“1.1.1” trong trường “number” không phải là số điện thoại.',
      fix: '“number” chỉ gồm chữ số (có thể có dấu + ở đầu); “display” thêm dấu cách.',
    },
  ],
  'published-before-the-period-ends': [
    {
      at: 'statistics/nua-dau-2023.json:11:18',
      code: 'observation-future',
      what: 'Số liệu công bố ngày 31/5/2023, trước khi kỳ kết thúc ngày 30/6/2023.',
      fix: 'Sửa “period” hoặc “publishedAt”; nếu số tính đến ngày công bố thì kỳ kết thúc ngày đó.',
    },
  ],
  'quotation-mark': [
    {
      at: 'pages/gioi-thieu.mdx:7:1',
      code: 'body-markdown',
      what: 'Không dùng dấu trích “>” trong bài.',
      fix: 'Dùng <Quote of="nguồn/câu" /> để trích đúng nguyên văn.',
    },
  ],
  'quote-in-text-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:25:1',
      code: 'reference-quote',
      what: 'Không có trích dẫn “bao-cao-2023/bien-gioi”.',
      fix: 'Thêm câu trích vào “quotes” của nguồn.',
    },
  ],
  'quote-missing': [
    {
      at: 'statistics/nua-dau-2023.json:18:16',
      code: 'reference-quote',
      what: 'Không có trích dẫn “bao-cao-2023/mua-ban-ngoi”.',
      fix: 'Có phải là “bao-cao-2023/mua-ban-nguoi”?',
    },
  ],
  'quote-named-with-diacritics': [
    {
      at: 'sources/bao-cao-2023.json:11:18',
      code: 'field-slug',
      what: '“Phạm pháp” trong trường “quotes.Phạm pháp” không phải là mã.',
      fix: 'Viết “pham-phap”.',
    },
  ],
  'quote-over-40-words': [
    {
      at: 'sources/bao-cao-2023.json:10:22',
      code: 'field-quote-length',
      what: 'Trích dẫn “quotes.mua-ban-nguoi” dài quá 40 từ.',
      fix: 'Chỉ trích đoạn cần làm chứng.',
    },
  ],
  'release-missing': [
    {
      at: 'conferences/hoi-nghi-2023-07-21.mdx:24:12',
      code: 'reference',
      what: 'Không có “nua-dau-2033” trong thư mục statistics.',
      fix: 'Có phải là “nua-dau-2023”? Nếu không, tạo tệp statistics/nua-dau-2033.',
    },
  ],
  'script-too-long': [
    {
      at: 'alerts/doa-khoa-sim.mdx:27:14',
      code: 'field-script-length',
      what: 'Bài phát thanh không đọc vừa 60 đến 90 giây.',
      fix: 'Viết từ 150 đến 195 tiếng.',
    },
  ],
  'script-too-short': [
    {
      at: 'alerts/doa-khoa-sim.mdx:27:14',
      code: 'field-script-length',
      what: 'Bài phát thanh không đọc vừa 60 đến 90 giây.',
      fix: 'Viết từ 150 đến 195 tiếng.',
    },
  ],
  'script-with-digits': [
    {
      at: 'alerts/doa-khoa-sim.mdx:27:14',
      code: 'field-script-digits',
      what: 'Bài phát thanh có chữ số.',
      fix: 'Viết số như khi đọc, ví dụ “một một một”.',
    },
  ],
  'self-check-names-no-alert': [
    {
      at: 'self-checks/viec-lam.json:22:14',
      code: 'reference',
      what: 'Không có “doa-khoa-sin” trong thư mục alerts.',
      fix: 'Có phải là “doa-khoa-sim”? Nếu không, tạo tệp alerts/doa-khoa-sin.',
    },
  ],
  'self-check-question-without-mark': [
    {
      at: 'self-checks/viec-lam.json:2:12',
      code: 'field-question',
      what: 'Trường “title” không phải là câu hỏi: không kết thúc bằng dấu “?”.',
      fix: 'Viết thành câu hỏi, kết thúc bằng “?”. Trong “questions”, trả lời “Có” phải là dấu hiệu nguy hiểm.',
    },
    {
      at: 'self-checks/viec-lam.json:7:15',
      code: 'field-question',
      what: 'Trường “questions[2].text” không phải là câu hỏi: không kết thúc bằng dấu “?”.',
      fix: 'Viết thành câu hỏi, kết thúc bằng “?”. Trong “questions”, trả lời “Có” phải là dấu hiệu nguy hiểm.',
    },
  ],
  'self-check-too-few-questions': [
    {
      at: 'self-checks/viec-lam.json:5:16',
      code: 'field-short',
      what: 'Trường “questions” quá ngắn: cần ít nhất 5 mục.',
      fix: 'Thêm vào “questions”.',
    },
  ],
  'several-at-once': [
    {
      at: 'glossary/bcd-138.json:1:1',
      code: 'field-missing',
      what: 'Thiếu trường “english”.',
      fix: 'Thêm “english”.',
    },
    {
      at: 'glossary/bcd-138.json:4:16',
      code: 'field-unknown',
      what: 'Không có trường nào tên “tieng-anh”.',
      fix: 'Xóa trường này.',
    },
    {
      at: 'pages/gioi-thieu.mdx:4:12',
      code: 'field-date',
      what: '“23-11-2026” trong trường “updatedAt” không phải là ngày có thật.',
      fix: 'Viết “2026-11-23”.',
    },
    {
      at: 'pages/gioi-thieu.mdx:7:1',
      code: 'body-heading',
      what: 'Tiêu đề bậc 4 không dùng được ở đây.',
      fix: 'Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.',
    },
  ],
  'source-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:14:11',
      code: 'reference',
      what: 'Không có “bao-cao-2022” trong thư mục sources.',
      fix: 'Có phải là “bao-cao-2023”? Nếu không, tạo tệp sources/bao-cao-2022.',
    },
  ],
  'source-written-as-title': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:14:11',
      code: 'field-slug',
      what: '“Báo cáo 2023” trong trường “sources[1]” không phải là mã.',
      fix: 'Viết “bao-cao-2023”.',
    },
  ],
  'space-at-the-end': [
    {
      at: 'glossary/bcd-138.json:4:14',
      code: 'field-trim',
      what: 'Trường “english” có dấu cách thừa ở đầu hoặc cuối.',
      fix: 'Xóa dấu cách thừa.',
    },
  ],
  'steps-with-bullets': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:29:1',
      code: 'body-tag-content',
      what: 'Bên trong thẻ <Steps> phải là một danh sách đánh số.',
      fix: 'Viết theo mẫu: <Steps>\n\n1. Dừng lại.\n2. Kiểm tra.\n3. Báo ngay.\n\n</Steps>',
    },
  ],
  'tag-attribute-half-an-address': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:18:21',
      code: 'body-tag-attribute',
      what: 'Thẻ <Figure> không nhận thuộc tính “of” như đã viết.',
      fix: 'Thẻ này nhận: of, show. Giá trị đặt trong dấu nháy kép.',
    },
  ],
  'tag-attribute-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:36:1',
      code: 'body-tag-attribute-missing',
      what: 'Thẻ <Hotline> thiếu thuộc tính “id”.',
      fix: 'Viết theo mẫu: <Hotline id="111" />',
    },
  ],
  'tag-attribute-misspelt': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:36:1',
      code: 'body-tag-attribute-missing',
      what: 'Thẻ <Hotline> thiếu thuộc tính “id”.',
      fix: 'Viết theo mẫu: <Hotline id="111" />',
    },
    {
      at: 'articles/viec-nhe-luong-cao.mdx:36:1',
      code: 'body-tag-attribute',
      what: 'Thẻ <Hotline> không nhận thuộc tính “so” như đã viết.',
      fix: 'Thẻ này nhận: id. Giá trị đặt trong dấu nháy kép.',
    },
  ],
  'tag-html': [
    {
      at: 'pages/gioi-thieu.mdx:7:10',
      code: 'body-tag-unknown',
      what: 'Không có thẻ <br>.',
      fix: `Các thẻ được dùng: ${tagNames.join(', ')}.`,
    },
  ],
  'tag-misspelt': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:29:1',
      code: 'body-tag-unknown',
      what: 'Không có thẻ <Step>.',
      fix: `Có phải là <Steps>? Các thẻ được dùng: ${tagNames.join(', ')}.`,
    },
  ],
  'tag-not-closed': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:29:1',
      code: 'syntax',
      what: 'Sai cú pháp MDX: Expected a closing tag for `<Steps>`',
      fix: 'Kiểm tra các thẻ: mỗi thẻ mở có một thẻ đóng, thẻ đứng một mình kết thúc bằng “/>”. Không viết dấu < sát trước chữ hay số.',
    },
  ],
  'term-in-text-missing': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:18:1',
      code: 'reference',
      what: 'Không có “bcd138” trong thư mục glossary.',
      fix: 'Có phải là “bcd-138”? Nếu không, tạo tệp glossary/bcd138.',
    },
  ],
  'title-too-long': [
    {
      at: 'pages/gioi-thieu.mdx:2:8',
      code: 'field-long',
      what: 'Trường “title” quá dài: nhiều nhất 120 ký tự.',
      fix: 'Rút gọn “title”.',
    },
  ],
  'unit-not-in-its-quote': [
    {
      at: 'statistics/nua-dau-2023.json:16:16',
      code: 'proof-unit',
      what: 'Câu trích “bao-cao-2023/mua-ban-nguoi” đếm “05 vụ mua bán”, không phải đơn vị “bị can” (so-vu).',
      fix: 'Con số này đếm thứ khác. Nhập con số mà câu trích nêu cho chỉ tiêu, hoặc chọn đúng câu trích, đúng chỉ tiêu.',
    },
  ],
  'updated-before-publication': [
    {
      at: 'alerts/doa-khoa-sim.mdx:35:12',
      code: 'date-order',
      what: '“updatedAt” (2/11/2026) trước “publishedAt” (20/11/2026).',
      fix: 'Kiểm tra lại hai ngày; “publishedAt” phải đến trước.',
    },
  ],
  'value-less-exact-than-its-quote': [
    {
      at: 'statistics/nua-dau-2023.json:17:20',
      code: 'proof-qualifier',
      what: 'Câu trích “bao-cao-2023/mua-ban-nguoi” viết “05”, còn số liệu ghi là “about” (so-vu).',
      fix: 'Sửa “qualifier”: trên, hơn là over; ít nhất, không dưới là at-least; gần, ngót là nearly; dưới, chưa đầy là under; không quá là at-most; khoảng, ước là about; không có từ nào là exact.',
    },
  ],
  'value-not-in-its-quote': [
    {
      at: 'statistics/nua-dau-2023.json:16:16',
      code: 'proof-value',
      what: 'Câu trích “bao-cao-2023/mua-ban-nguoi” không nói 6 (so-vu). Trong câu có: 05.',
      fix: 'Tệp ghi 6. Đối chiếu với tài liệu gốc rồi nhập đúng số trong câu, hoặc chọn đúng câu trích.',
    },
  ],
  'warning-without-blank-lines': [
    {
      at: 'pages/gioi-thieu.mdx:7:1',
      code: 'body-tag-content',
      what: 'Bên trong thẻ <Warning> phải là đoạn văn, cách thẻ một dòng trống.',
      fix: 'Viết theo mẫu: <Warning title="Không đi một mình">\n\nHãy nói với người nhà nơi bạn đến.\n\n</Warning>',
    },
  ],
  'windows-line-ends': [
    {
      at: 'pages/gioi-thieu.mdx:7:1',
      code: 'body-heading',
      what: 'Tiêu đề bậc 1 không dùng được ở đây.',
      fix: 'Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.',
    },
  ],
  'withdrawn-before-publication': [
    {
      at: 'alerts/doa-khoa-sim.mdx:38:9',
      code: 'date-order',
      what: '“withdrawn.date” (20/10/2026) trước “publishedAt” (20/11/2026).',
      fix: 'Kiểm tra lại hai ngày; “publishedAt” phải đến trước.',
    },
  ],
  'withdrawn-without-reason': [
    {
      at: 'alerts/doa-khoa-sim.mdx:38:3',
      code: 'field-missing',
      what: 'Thiếu trường “withdrawn.reason”.',
      fix: 'Thêm “withdrawn.reason”.',
    },
  ],
  'yaml-colon-in-a-sentence': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:3:10',
      code: 'syntax',
      what: 'Sai cú pháp YAML: Nested mappings are not allowed in compact mappings',
      fix: 'Kiểm tra dấu hai chấm, thụt dòng và dấu nháy; đặt câu có dấu hai chấm trong dấu nháy kép.',
    },
  ],
  'yaml-quote-open': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:2:41',
      code: 'syntax',
      what: 'Sai cú pháp YAML: Missing closing "quote',
      fix: 'Kiểm tra dấu hai chấm, thụt dòng và dấu nháy; đặt câu có dấu hai chấm trong dấu nháy kép.',
    },
  ],
  'yaml-tab': [
    {
      at: 'articles/viec-nhe-luong-cao.mdx:5:1',
      code: 'syntax',
      what: 'Sai cú pháp YAML: Tabs are not allowed as indentation',
      fix: 'Kiểm tra dấu hai chấm, thụt dòng và dấu nháy; đặt câu có dấu hai chấm trong dấu nháy kép.',
    },
  ],
};

test('every folder of broken files is checked here', () => {
  expect(readdirSync(broken).sort()).toEqual(Object.keys(expected).sort());
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(30);
});

test.each(Object.entries(expected))('%s', (name, wanted) => {
  expect(findings(loadContent(contentWith(path.join(broken, name))).problems)).toEqual(wanted);
});

describe('what cannot be kept as a file, and is made here', () => {
  const page = (title: string): string =>
    `---\ntitle: ${title}\nsummary: Trang này là gì.\nupdatedAt: 2026-11-23\n---\n\nTrang này dùng để thử.\n`;
  const folders =
    'sources, indicators, statistics, hotlines, banks, situations, glossary, conferences, articles, alerts, self-checks, answers, pages, public-names';
  const cases: { name: string; change: (folder: string) => void; wanted: Finding[] }[] = [
    {
      name: 'a file that is too large',
      change: (folder) =>
        writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), page('A') + 'a'.repeat(MAX_FILE_BYTES)),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:1:1',
          code: 'file-large',
          what: 'Tệp nặng 257 KB, quá mức 256 KB.',
          fix: 'Tách nội dung thành nhiều tệp, hoặc bỏ phần dán nhầm.',
        },
      ],
    },
    {
      name: 'a file in UTF-16, as Notepad may save it',
      change: (folder) =>
        writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), Buffer.from(`\ufeff${page('Giới thiệu')}`, 'utf16le')),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:1:1',
          code: 'file-encoding',
          what: 'Tệp không phải văn bản UTF-8.',
          fix: 'Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.',
        },
      ],
    },
    {
      name: 'a file in UTF-16 without its mark',
      change: (folder) =>
        writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), Buffer.from(page('Gioi thieu'), 'utf16le')),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:1:1',
          code: 'file-encoding',
          what: 'Tệp không phải văn bản UTF-8.',
          fix: 'Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.',
        },
      ],
    },
    {
      name: 'a control character',
      change: (folder) => writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), page('Giới\u0007 thiệu')),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:2:12',
          code: 'file-encoding',
          what: 'Tệp không phải văn bản UTF-8.',
          fix: 'Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.',
        },
      ],
    },
    {
      name: 'a file in an old one-byte encoding',
      change: (folder) =>
        writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), Buffer.from(page('Tr\u00e0'), 'latin1')),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:1:1',
          code: 'file-encoding',
          what: 'Tệp không phải văn bản UTF-8.',
          fix: 'Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.',
        },
      ],
    },
    {
      name: 'a byte order mark, which does no harm',
      change: (folder) => writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), `\ufeff${page('Giới thiệu')}`),
      wanted: [],
    },
    {
      name: 'diacritics typed as separate marks',
      change: (folder) => writeFileSync(path.join(folder, 'pages/gioi-thieu.mdx'), page('Giới thiệu'.normalize('NFD'))),
      wanted: [
        {
          at: 'pages/gioi-thieu.mdx:2:8',
          code: 'field-nfc',
          what: 'Trường “title” dùng dấu tiếng Việt tách rời (Unicode tổ hợp).',
          fix: 'Gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc chạy: npm run check -- --fix',
        },
      ],
    },
    {
      name: 'a file name with diacritics',
      change: (folder) =>
        renameSync(path.join(folder, 'pages/gioi-thieu.mdx'), path.join(folder, 'pages/giới-thiệu.mdx')),
      wanted: [
        {
          at: 'pages/giới-thiệu.mdx:1:1',
          code: 'file-name',
          what: 'Tên tệp “giới-thiệu.mdx” không dùng làm địa chỉ trang được.',
          fix: 'Đổi tên thành “gioi-thieu.mdx”.',
        },
      ],
    },
    {
      name: 'a file name without a letter or digit',
      change: (folder) => renameSync(path.join(folder, 'pages/gioi-thieu.mdx'), path.join(folder, 'pages/___.mdx')),
      wanted: [
        {
          at: 'pages/___.mdx:1:1',
          code: 'file-name',
          what: 'Tên tệp “___.mdx” không dùng làm địa chỉ trang được.',
          fix: 'Đặt tên bằng chữ thường không dấu, số và gạch nối.',
        },
      ],
    },
    {
      name: 'a link to a file elsewhere',
      change: (folder) => {
        writeFileSync(path.join(folder, '.elsewhere.mdx'), page('Giới thiệu'));
        symlinkSync(path.join(folder, '.elsewhere.mdx'), path.join(folder, 'pages/lien-ket.mdx'));
      },
      wanted: [
        {
          at: 'pages/lien-ket.mdx:1:1',
          code: 'file-unreadable',
          what: 'Không đọc được tệp: không phải tệp thường.',
          fix: 'Kiểm tra quyền đọc; tệp phải là tệp thường, không phải liên kết.',
        },
      ],
    },
    {
      name: 'a folder that is a link',
      change: (folder) => {
        renameSync(path.join(folder, 'pages'), path.join(folder, '.pages'));
        symlinkSync(path.join(folder, '.pages'), path.join(folder, 'pages'));
      },
      wanted: [
        {
          at: 'pages:1:1',
          code: 'file-stray',
          what: 'Tệp này không nằm trong thư mục của một loại nội dung.',
          fix: `Chuyển tệp vào một trong các thư mục: ${folders}; hoặc xóa tệp.`,
        },
      ],
    },
    {
      name: 'entries that pages name are gone',
      change: (folder) => {
        for (const file of [
          'hotlines/ngoi-nha-binh-yen.json',
          'articles/bi-lua-tien-phai-lam-gi.mdx',
          'alerts/gia-danh-cong-an.mdx',
        ])
          rmSync(path.join(folder, file));
        renameSync(path.join(folder, 'pages/quyen-rieng-tu.mdx'), path.join(folder, 'pages/rieng-tu.mdx'));
      },
      wanted: [
        {
          at: 'alerts/gia-danh-cong-an.mdx:1:1',
          code: 'entry-required',
          what: 'Thiếu tệp alerts/gia-danh-cong-an.mdx.',
          fix: 'Trang Các số cần gọi cần tệp này. Khôi phục tệp, hoặc sửa trang trước.',
        },
        {
          at: 'articles/bi-lua-tien-phai-lam-gi.mdx:1:1',
          code: 'entry-required',
          what: 'Thiếu tệp articles/bi-lua-tien-phai-lam-gi.mdx.',
          fix: 'Trang chủ cần tệp này. Khôi phục tệp, hoặc sửa trang trước.',
        },
        {
          at: 'hotlines/ngoi-nha-binh-yen.json:1:1',
          code: 'entry-required',
          what: 'Thiếu tệp hotlines/ngoi-nha-binh-yen.json.',
          fix: 'Trang Cần giúp đỡ cần tệp này. Khôi phục tệp, hoặc sửa trang trước.',
        },
        {
          at: 'pages/quyen-rieng-tu.mdx:1:1',
          code: 'entry-required',
          what: 'Thiếu tệp pages/quyen-rieng-tu.mdx.',
          fix: 'Mọi trang cần tệp này. Khôi phục tệp, hoặc sửa trang trước.',
        },
        // The passage that proved the number.
        {
          at: 'sources/bao-cao-2023.json:9:103',
          code: 'privacy-phone',
          what: '“1900 96 96 80” là số điện thoại không có trong thư mục hotlines.',
          fix: 'Xóa số; không in lại số của dân hay của kẻ lừa đảo. Số chính thức: thêm tệp vào hotlines rồi dùng <Hotline id="…" />.',
        },
      ],
    },
    {
      name: 'a source that others point to is gone',
      change: (folder) => {
        writeFileSync(
          path.join(folder, 'sources/bao-cao-2024.json'),
          readFileSync(path.join(folder, 'sources/bao-cao-2023.json')),
        );
        const file = path.join(folder, 'glossary/bcd-138.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('bao-cao-2023', 'bao-cao-2025'));
      },
      wanted: [
        {
          at: 'glossary/bcd-138.json:10:5',
          code: 'reference',
          what: 'Không có “bao-cao-2025” trong thư mục sources.',
          fix: 'Có phải là “bao-cao-2023”? Nếu không, tạo tệp sources/bao-cao-2025.',
        },
      ],
    },
    {
      name: 'files of the system, which are passed over',
      change: (folder) => {
        writeFileSync(path.join(folder, '.DS_Store'), 'x');
        writeFileSync(path.join(folder, 'pages/.gioi-thieu.mdx.swp'), 'x');
      },
      wanted: [],
    },
  ];
  test.each(cases)('$name', ({ change, wanted }) => {
    const folder = contentWith();
    change(folder);
    expect(findings(loadContent(folder).problems)).toEqual(wanted);
  });
});

describe('the valid folder', () => {
  test('has a file of every kind and no problem', () => {
    const { entries, problems } = loadContent(valid);
    expect(findings(problems)).toEqual([]);
    expect([...new Set(entries.map(({ kind }) => kind))].sort()).toEqual([...collectionNames].sort());
  });

  test('gives the same entries with Windows line ends', () => {
    const folder = contentWith();
    for (const file of ['articles/viec-nhe-luong-cao.mdx', 'glossary/bcd-138.json']) {
      writeFileSync(path.join(folder, file), readFileSync(path.join(valid, file), 'utf8').replaceAll('\n', '\r\n'));
    }
    const { entries, problems } = loadContent(folder);
    expect(problems).toEqual([]);
    expect(JSON.stringify(entries)).toBe(JSON.stringify(loadContent(valid).entries));
  });
});

describe('npm run check', () => {
  const check = (folder: string) => {
    const { code, out } = node(['src/editor/check.ts'], { CONTENT_DIR: folder });
    return { code, out: errorsIn(out) };
  };

  test('passes the valid folder', () => {
    expect(check(valid)).toEqual({ code: 0, out: expect.stringMatching(/^Nội dung đạt: 33 tệp\.\n/) as string });
  });

  test('names file and line of every problem, and fails', () => {
    const { code, out } = check(contentWith(path.join(broken, 'several-at-once')));
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'glossary/bcd-138.json:1:1  Thiếu trường “english”.',
        '    Cách sửa: Thêm “english”.  [field-missing]',
        'glossary/bcd-138.json:4:16  Không có trường nào tên “tieng-anh”.',
        '    Cách sửa: Xóa trường này.  [field-unknown]',
        'pages/gioi-thieu.mdx:4:12  “23-11-2026” trong trường “updatedAt” không phải là ngày có thật.',
        '    Cách sửa: Viết “2026-11-23”.  [field-date]',
        'pages/gioi-thieu.mdx:7:1  Tiêu đề bậc 4 không dùng được ở đây.',
        '    Cách sửa: Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.  [body-heading]',
        '',
        '4 lỗi trong 2 tệp. Chưa đăng được.',
        '',
      ].join('\n'),
    );
  });

  test('says that the folder is missing, and fails', () => {
    const folder = path.join(temporaryFolder(), 'khong-co');
    const { code, out } = check(folder);
    expect(code).toBe(1);
    expect(out).toBe(
      `.:1:1  Không thấy thư mục nội dung “${folder}”.\n    Cách sửa: Kiểm tra đường dẫn trong CONTENT_DIR.  [folder-missing]\n\n1 lỗi trong 1 tệp. Chưa đăng được.\n`,
    );
  });

  test('takes a file for a missing folder', () => {
    const file = path.join(valid, 'hotlines/111.json');
    const { code, out } = check(file);
    expect(code).toBe(1);
    expect(out).toContain(`Không thấy thư mục nội dung “${file}”.`);
  });

  test('misses every entry that a page names in an empty folder', () => {
    const { code, out } = check(temporaryFolder());
    expect(code).toBe(1);
    expect([...out.matchAll(/^\S+:1:1 {2}Thiếu tệp (\S+)\.$/gm)].map(([, file]) => file)).toEqual([
      'alerts/gia-danh-cong-an.mdx',
      'articles/bi-lua-tien-phai-lam-gi.mdx',
      'articles/cach-bao-tin.mdx',
      'articles/duoc-giup-do-khi-tro-ve.mdx',
      'hotlines/111.json',
      'hotlines/113.json',
      'hotlines/bao-ho-cong-dan.json',
      'hotlines/ngoi-nha-binh-yen.json',
      'pages/bien-tap.mdx',
      'pages/gioi-thieu.mdx',
      'pages/kha-nang-tiep-can.mdx',
      'pages/quyen-rieng-tu.mdx',
      'situations/bi-doi-tien.json',
      'situations/bi-giu.json',
      'situations/khong-noi-duoc.json',
      'situations/nguoi-khac.json',
      'situations/o-nuoc-ngoai.json',
      'situations/ru-di-lam-xa.json',
      'situations/tre-em.json',
      'situations/tro-ve.json',
      'situations/vua-chuyen-tien.json',
    ]);
  });
});

test('npm run build stops at broken content, before Astro starts', () => {
  const out = path.join(temporaryFolder(), 'dist');
  const built = node(['src/publish/build.ts'], {
    CONTENT_DIR: contentWith(path.join(broken, 'date-vietnamese')),
    OUT_DIR: out,
  });
  expect(built.code).toBe(1);
  expect(built.out).toContain(
    'pages/gioi-thieu.mdx:4:12  “21/7/2023” trong trường “updatedAt” không phải là ngày có thật.',
  );
  expect(built.out).not.toContain('Building pages');
  expect(existsSync(out)).toBe(false);
});
