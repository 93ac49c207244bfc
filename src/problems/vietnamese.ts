/** Messages in Vietnamese for every rule: what is wrong, and how to fix it. */

export type Detail = Readonly<Record<string, string | number>>;

export interface Message {
  /** A warning does not stop publishing. An error does. */
  severity?: 'warning';
  what: (d: Detail) => string;
  fix: (d: Detail) => string;
}

/** Inconsistencies in the revisions of a figure, by `RevisionError.rule`. */
const revisionErrors: Record<string, (d: Detail) => string> = {
  value: (d) => `mục cuối đến ${d.to}, còn “value” là ${d.value}`,
  link: (d) => `mục trước đến ${d.to}, mục sau từ ${d.from}`,
  order: (d) => `mục ngày ${d.date} đứng sau mục ngày ${d.earlier}`,
  published: (d) => `mục ngày ${d.date} trước ngày công bố ${d.published}`,
};

/** Why a value cannot stand beside the one that it names as leading. */
const alternativeErrors: Record<string, string> = {
  absent: 'đợt đó không có chỉ tiêu này',
  days: 'đợt đó ở nơi khác hoặc kỳ khác',
  source: 'hai đợt cùng một tài liệu',
  chain: 'chính số của đợt đó cũng không được nêu đầu',
  same: 'hai con số giống nhau',
};

/** A former or new value of a field, which may be absent. */
const vietnameseValue = (value: string | number | undefined): string => (value === '' ? 'trống' : `“${value}”`);

/** Every rule by its code. */
export const vietnamese = {
  'folder-missing': {
    what: (d) => `Không thấy thư mục nội dung “${d.folder}”.`,
    fix: () => 'Kiểm tra đường dẫn trong CONTENT_DIR.',
  },
  'folder-unknown': {
    what: (d) => `Thư mục “${d.folder}” không thuộc nội dung của trang.`,
    fix: (d) => `Dùng một trong các thư mục: ${d.allowed}.`,
  },
  'file-stray': {
    what: () => 'Tệp này không nằm trong thư mục của một loại nội dung.',
    fix: (d) => `Chuyển tệp vào một trong các thư mục: ${d.allowed}; hoặc xóa tệp.`,
  },
  'file-type': {
    what: (d) => `Thư mục này chỉ nhận tệp .${d.expected}.`,
    fix: (d) => `Đổi đuôi tệp thành .${d.expected} hoặc chuyển tệp sang thư mục khác.`,
  },
  'file-name': {
    what: (d) => `Tên tệp “${d.name}” không dùng làm địa chỉ trang được.`,
    fix: (d) => (d.correct ? `Đổi tên thành “${d.correct}”.` : 'Đặt tên bằng chữ thường không dấu, số và gạch nối.'),
  },
  'file-duplicate': {
    what: (d) => `Địa chỉ “${d.other}” đã thuộc một trang có sẵn.`,
    fix: () => 'Đổi tên tệp.',
  },
  'file-large': {
    what: (d) => `Tệp nặng ${d.size} KB, quá mức ${d.limit} KB.`,
    fix: () => 'Tách nội dung thành nhiều tệp, hoặc bỏ phần dán nhầm.',
  },
  'file-encoding': {
    what: () => 'Tệp không phải văn bản UTF-8.',
    fix: () => 'Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8.',
  },
  'file-unreadable': {
    what: (d) => `Không đọc được tệp: ${d.reason}.`,
    fix: () => 'Kiểm tra quyền đọc; tệp phải là tệp thường, không phải liên kết.',
  },
  'front-matter-missing': {
    what: () => 'Tệp không có phần khai báo ở đầu.',
    fix: () => 'Bắt đầu tệp bằng dòng “---”, các trường, rồi thêm một dòng “---”.',
  },
  syntax: {
    what: (d) => `Sai cú pháp ${d.language}: ${d.reason}`,
    fix: (d) =>
      d.language === 'JSON'
        ? 'Kiểm tra dấu phẩy, ngoặc và dấu nháy kép quanh dòng này.'
        : d.language === 'MDX'
          ? 'Kiểm tra các thẻ: mỗi thẻ mở có một thẻ đóng, thẻ đứng một mình kết thúc bằng “/>”. Không viết dấu < sát trước chữ hay số.'
          : 'Kiểm tra dấu hai chấm, thụt dòng và dấu nháy; đặt câu có dấu hai chấm trong dấu nháy kép.',
  },
  'field-missing': {
    what: (d) => `Thiếu trường “${d.field}”.`,
    fix: (d) => `Thêm “${d.field}”.`,
  },
  'field-unknown': {
    what: (d) => `Không có trường nào tên “${d.field}”.`,
    fix: (d) => (d.correct ? `Có phải là “${d.correct}”? Nếu không, xóa trường này.` : 'Xóa trường này.'),
  },
  'field-type': {
    what: (d) => `Trường “${d.field}” phải là ${d.expected}.`,
    fix: (d) => `Viết lại “${d.field}” thành ${d.expected}.`,
  },
  'field-number': {
    what: (d) => `Trường “${d.field}” là chữ “${d.value}”, không phải con số.`,
    fix: (d) => (d.entry ? `Thay bằng: ${d.entry}` : 'Viết con số không có dấu nháy, không có đơn vị.'),
  },
  'field-choice': {
    what: (d) => `“${d.value}” không phải là giá trị của trường “${d.field}”.`,
    fix: (d) =>
      d.correct ? `Có phải là “${d.correct}”? Chọn một trong: ${d.allowed}.` : `Chọn một trong: ${d.allowed}.`,
  },
  'field-short': {
    what: (d) => `Trường “${d.field}” quá ngắn: cần ít nhất ${d.minimum} ${d.unit}.`,
    fix: (d) => `Thêm vào “${d.field}”.`,
  },
  'field-long': {
    what: (d) => `Trường “${d.field}” quá dài: nhiều nhất ${d.maximum} ${d.unit}.`,
    fix: (d) => `Rút gọn “${d.field}”.`,
  },
  'field-slug': {
    what: (d) => `“${d.value}” trong trường “${d.field}” không phải là mã.`,
    fix: (d) => (d.correct ? `Viết “${d.correct}”.` : 'Chỉ dùng chữ thường không dấu, số và gạch nối.'),
  },
  'field-pair': {
    what: (d) => `“${d.value}” trong trường “${d.field}” thiếu một nửa.`,
    fix: () => 'Viết hai mã cách nhau bằng dấu gạch chéo, ví dụ “cao-bang-6-thang-2023/so-vu-mua-ban-nguoi”.',
  },
  'field-date': {
    what: (d) => `“${d.value}” trong trường “${d.field}” không phải là ngày có thật.`,
    fix: (d) => (d.correct ? `Viết “${d.correct}”.` : 'Viết năm-tháng-ngày, ví dụ 2026-11-23.'),
  },
  'field-partial-date': {
    what: (d) => `“${d.value}” trong trường “${d.field}” không phải là ngày, tháng hay năm có thật.`,
    fix: () => 'Viết 2026, 2026-03 hoặc 2026-03-15.',
  },
  'field-period': {
    what: () => 'Ngày cuối của kỳ đứng trước ngày đầu.',
    fix: () => 'Đổi lại “start” và “end”.',
  },
  'field-expiry': {
    what: () => 'Cảnh báo hết hạn trước hoặc ngay ngày đăng.',
    fix: () => 'Đặt “expiresAt” sau “publishedAt”.',
  },
  'field-notice-length': {
    what: () => 'Tờ dán bảng tin của cảnh báo này không vừa một trang A4.',
    fix: () => 'Rút gọn “title”, hai dấu hiệu đầu của “redFlags”, hoặc câu đầu của từng việc trong “doNow”.',
  },
  'field-url': {
    what: (d) => `“${d.value}” trong trường “${d.field}” không phải là địa chỉ web.`,
    fix: () => 'Viết đủ, bắt đầu bằng https://.',
  },
  'field-phone': {
    what: (d) => `“${d.value}” trong trường “${d.field}” không phải là số điện thoại.`,
    fix: () => '“number” chỉ gồm chữ số (có thể có dấu + ở đầu); “display” thêm dấu cách.',
  },
  'field-area': {
    what: (d) => `“${d.value}” không phải là mã vùng ISO 3166.`,
    fix: () => 'Dùng “VN” cho cả nước, “VN-04” cho tỉnh Cao Bằng.',
  },
  'field-amount': {
    what: (d) => `Trường “${d.field}” có giá trị không dùng được: ${d.value}.`,
    fix: () =>
      'Viết một con số: 443000. Khoảng 5–7, số nhỏ trước: { "range": [5, 7] }. Phần của tổng 341/360: { "of": [341, 360] }. Gấp rưỡi: { "multiple": 1.5 }; giảm một nửa: { "multiple": 0.5 }. Nguồn bỏ trống: null.',
  },
  'field-missing-value': {
    what: () => '“value” là null nhưng “status” không phải là missing, hoặc ngược lại.',
    fix: () => 'Nguồn không cho số liệu: "value": null cùng "status": "missing". Có số liệu: ghi số và bỏ missing.',
  },
  'field-currency': {
    what: () => '“currency” chỉ dùng cho chỉ tiêu số tiền.',
    fix: () => 'Đổi “measure” thành money, hoặc bỏ “currency”.',
  },
  'field-as-of': {
    what: () => 'Số tính đến một ngày (as-of) mà kỳ có hơn một ngày.',
    fix: () =>
      'Ghi ngày đó vào cả “start” và “end”. Nếu nguồn cộng dồn từ một ngày, dùng "timing": "cumulative"; nếu là số của riêng kỳ, bỏ “timing”.',
  },
  'field-trim': {
    what: (d) => `Trường “${d.field}” có dấu cách thừa ở đầu hoặc cuối.`,
    fix: () => 'Xóa dấu cách thừa.',
  },
  'field-nfc': {
    what: (d) => `Trường “${d.field}” dùng dấu tiếng Việt tách rời (Unicode tổ hợp).`,
    fix: () => 'Gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc chạy: npm run check -- --fix',
  },
  'field-quote-length': {
    what: (d) => `Trích dẫn “${d.field}” dài quá 40 từ.`,
    fix: () => 'Chỉ trích đoạn cần làm chứng.',
  },
  'field-script-digits': {
    what: () => 'Bài phát thanh có chữ số.',
    fix: () => 'Viết số như khi đọc, ví dụ “một một một”.',
  },
  'field-script-length': {
    what: () => 'Bài phát thanh không đọc vừa 60 đến 90 giây.',
    fix: () => 'Viết từ 150 đến 195 tiếng.',
  },
  'field-question': {
    what: (d) => `Trường “${d.field}” không phải là câu hỏi: không kết thúc bằng dấu “?”.`,
    fix: () => 'Viết thành câu hỏi, kết thúc bằng “?”. Trong “questions”, trả lời “Có” phải là dấu hiệu nguy hiểm.',
  },
  'field-invalid': {
    what: (d) => `Trường “${d.field}” không hợp lệ: ${d.reason}`,
    fix: () => 'Sửa theo hướng dẫn của trường này.',
  },
  reference: {
    what: (d) => `Không có “${d.id}” trong thư mục ${d.kind}.`,
    fix: (d) =>
      d.correct
        ? `Có phải là “${d.correct}”? Nếu không, tạo tệp ${d.kind}/${d.id}.`
        : `Tạo tệp ${d.kind}/${d.id}, hoặc sửa mã.`,
  },
  'reference-figure': {
    what: (d) => `Không có số liệu “${d.id}”.`,
    fix: (d) =>
      d.correct ? `Có phải là “${d.correct}”?` : 'Viết “mã đợt số liệu/mã chỉ tiêu” như trong thư mục statistics.',
  },
  'reference-quote': {
    what: (d) => `Không có trích dẫn “${d.id}”.`,
    fix: (d) => (d.correct ? `Có phải là “${d.correct}”?` : 'Thêm câu trích vào “quotes” của nguồn.'),
  },
  'entry-required': {
    what: (d) => `Thiếu tệp ${d.file}.`,
    fix: (d) => `${d.page} cần tệp này. Khôi phục tệp, hoặc sửa trang trước.`,
  },
  'observation-duplicate': {
    what: (d) => `Chỉ tiêu “${d.id}” có hai lần trong cùng một đợt số liệu.`,
    fix: () => 'Giữ một số; số khác kỳ hoặc khác vùng thì đặt vào đợt khác.',
  },
  'observation-base': {
    what: (d) => `“${d.id}” là tỷ lệ thay đổi nhưng không nói so với kỳ nào.`,
    fix: () => 'Thêm “base” với ngày đầu và ngày cuối của kỳ so sánh.',
  },
  'observation-base-order': {
    what: (d) => `Kỳ so sánh của “${d.id}” kết thúc ngày ${d.end}, không trước ngày đầu kỳ của số liệu (${d.start}).`,
    fix: () => 'Sửa “base” hoặc “period”: kỳ so sánh phải xong trước khi kỳ của số liệu bắt đầu.',
  },
  'area-ended': {
    what: (d) => `${d.area} chỉ còn đến ngày ${d.until}, mà kỳ của số liệu kết thúc sau ngày đó.`,
    fix: () => 'Dùng mã của tỉnh mới, hoặc sửa “period”.',
  },
  'proof-value': {
    what: (d) =>
      `Câu trích “${d.quote}” không nói ${d.value} (${d.field}). Trong câu có: ${d.stated === '' ? 'không có số nào' : d.stated}.`,
    fix: (d) => `Tệp ghi ${d.value}. Đối chiếu với tài liệu gốc rồi nhập đúng số trong câu, hoặc chọn đúng câu trích.`,
  },
  'proof-qualifier': {
    what: (d) => `Câu trích “${d.quote}” viết “${d.stated}”, còn số liệu ghi là “${d.qualifier}” (${d.field}).`,
    fix: () =>
      'Sửa “qualifier”: trên, hơn là over; ít nhất, không dưới là at-least; gần, ngót là nearly; dưới, chưa đầy là under; không quá là at-most; khoảng, ước là about; không có từ nào là exact.',
  },
  'proof-direction': {
    what: (d) => `Câu trích “${d.quote}” viết “${d.stated}”, không khớp dấu của ${d.value} (${d.field}).`,
    fix: () => 'Giảm là số âm, tăng là số dương; câu trích phải có chữ “giảm” hoặc “tăng” ngay trước số.',
  },
  'proof-unit': {
    what: (d) => `Câu trích “${d.quote}” đếm “${d.stated}”, không phải đơn vị “${d.unit}” (${d.field}).`,
    fix: () =>
      'Con số này đếm thứ khác. Nhập con số mà câu trích nêu cho chỉ tiêu, hoặc chọn đúng câu trích, đúng chỉ tiêu.',
  },
  'proof-change': {
    what: (d) =>
      `Câu trích “${d.quote}” viết “${d.stated}”: mức và mức thay đổi là hai số khác nhau, không chứng minh ${d.value} (${d.field}).`,
    fix: () => 'Số “tăng, giảm bao nhiêu” thuộc chỉ tiêu có measure là change; chọn đúng chỉ tiêu hoặc đúng con số.',
  },
  'proof-range': {
    what: (d) =>
      `Câu trích “${d.quote}” viết “${d.stated}”: một khoảng hoặc một phần của tổng, không phải đúng ${d.value} (${d.field}).`,
    fix: () =>
      'Ghi đúng như nguồn: khoảng 5–7 là { "range": [5, 7] }, phần của tổng 341/360 là { "of": [341, 360] }. Không ghi một đầu thay cho cả khoảng.',
  },
  'proof-magnitude': {
    what: (d) =>
      `Câu trích “${d.quote}” chỉ nói cỡ “${d.stated}”, không nêu con số nào để chứng minh ${d.value} (${d.field}).`,
    fix: () => '“Hàng trăm”, “hàng nghìn tỷ” không phải là số liệu. Viết lại bằng lời, hoặc tìm nguồn nêu con số.',
  },
  'proof-subject': {
    what: (d) =>
      `Quanh “${d.stated}” trong câu trích “${d.quote}” không có chữ nào cho biết đó là ${d.field} (“sourceTerms”).`,
    fix: () => 'Nhập con số mà câu trích nêu cho chỉ tiêu này, hoặc chọn đúng chỉ tiêu, đúng câu trích.',
  },
  'proof-ambiguous': {
    what: (d) => `“${d.id}” và “${d.other}” có thể bị tráo số cho nhau mà máy không biết.`,
    fix: () => 'Thêm vào “sourceTerms” của hai chỉ tiêu những chữ trong câu trích cho biết mỗi con số đếm gì.',
  },
  'call-number': {
    what: (d) => `Bài bảo gọi số “${d.text}” (${d.digits}), nhưng số này không có trong thư mục hotlines.`,
    fix: (d) =>
      `Kiểm tra từng chữ số. Số đã kiểm chứng: ${d.known}. Số chính thức khác: thêm tệp vào hotlines kèm câu trích của nguồn.`,
  },
  'hotline-display': {
    what: (d) => `“display” (${d.display}) không phải là “number” (${d.number}) thêm dấu cách.`,
    fix: () => 'Hai trường phải cùng chữ số: người đọc bấm theo số họ nhìn thấy.',
  },
  'hotline-source': {
    what: (d) => `Câu trích “${d.quote}” thuộc nguồn “${d.source}”, nguồn này không có trong “sources” của số.`,
    fix: () => 'Thêm nguồn vào “sources”, hoặc chọn câu trích của một nguồn đã có.',
  },
  'hotline-proof': {
    what: (d) => `Số ${d.number} không có trong câu trích “${d.quote}”: “${d.passage}”.`,
    fix: () => 'Đối chiếu từng chữ số với tài liệu gốc rồi sửa “number”, hoặc chọn câu trích có in số này.',
  },
  'bank-sources': {
    what: (d) => `Số của “${d.name}” chưa đủ chắc: mới có ở ${d.publishers === '' ? 'không nguồn nào' : d.publishers}.`,
    fix: () =>
      'Thêm nguồn là trang của chính ngân hàng (“publisher” trùng “name”), hoặc nơi đăng thứ hai; không có thì xóa số, chỉ để tên.',
  },
  'situation-number': {
    what: (d) =>
      `Số in to là ${d.hotline}, nhưng các bước ${d.first ? `bảo gọi ${d.first} trước` : 'không nhắc số đó'}.`,
    fix: () => 'Người đọc làm theo số in to: đổi “hotline”, hoặc viết lại để bước đầu gọi đúng số đó.',
  },
  'date-future': {
    what: (d) => `Ngày trong trường “${d.field}” (${d.value}) chưa tới.`,
    fix: (d) => `Kiểm tra lại năm và tháng của “${d.field}”.`,
  },
  'observation-future': {
    what: (d) => `Số liệu công bố ngày ${d.published}, trước khi kỳ kết thúc ngày ${d.end}.`,
    fix: () => 'Sửa “period” hoặc “publishedAt”; nếu số tính đến ngày công bố thì kỳ kết thúc ngày đó.',
  },
  'observation-overlap': {
    what: (d) => `“${d.id}” đã có trong đợt “${d.other}”, cùng nơi và kỳ chồng lên nhau.`,
    fix: (d) =>
      `Một con số chỉ ghi một lần. Số mới thay số cũ: sửa đợt cũ và thêm “revisions”. Tài liệu khác nêu cùng con số: thêm câu trích vào “corroboratedBy”. Tài liệu khác nêu số khác về đúng kỳ này: giữ cả hai, và ở con số không nêu đầu thêm "alternativeTo": { "release": "${d.other}", "reason": … }. Số cộng dồn hoặc số tính đến một ngày: ghi “timing” của đợt.`,
  },
  'observation-form': {
    what: (d) => `“${d.id}” có “measure” là ${d.measure}, mà dạng con số này chỉ dùng cho ${d.wanted}.`,
    fix: () =>
      'Phần của tổng ("of") là số đếm (count); số lần ("multiple") là thay đổi so với kỳ khác (change). Tỷ lệ phần trăm thì ghi một con số.',
  },
  'alternative-target': {
    what: (d) => `“${d.id}” nói đợt “${d.other}” được nêu đầu, nhưng ${alternativeErrors[String(d.rule)] ?? d.rule}.`,
    fix: () =>
      '“alternativeTo” chỉ dùng khi hai tài liệu khác nhau cho hai con số khác nhau về cùng chỉ tiêu, cùng nơi, cùng kỳ; “release” là đợt nêu đầu. Cùng con số thì dùng “corroboratedBy”.',
  },
  'revision-chain': {
    what: (d) => `“revisions” của “${d.id}” không liền: ${revisionErrors[String(d.rule)]?.(d) ?? d.rule}.`,
    fix: () =>
      '“to” của mục trước bằng “from” của mục sau, “to” cuối cùng bằng “value”; ngày tăng dần, không trước ngày công bố.',
  },
  'revision-missing': {
    what: (d) => `“${d.id}” đã đăng là ${d.old}, nay là ${d.new}, nhưng “revisions” không ghi thay đổi này.`,
    fix: (d) =>
      `Nếu gõ nhầm, sửa lại như cũ. Nếu số mới đúng, ${d.first ? 'thêm vào số liệu này' : 'thêm vào “revisions”'}: ${d.entry} rồi viết lý do vào “reason”; số mới thay theo kế hoạch thì “kind” là “revision”; tài liệu khác đính chính thì thêm "quote": "mã nguồn/mã câu".`,
  },
  'revision-lost': {
    what: (d) => `Mục ngày ${d.date} (${d.from} → ${d.to}) trong “revisions” của “${d.id}” đã bị xóa hoặc sửa.`,
    fix: (d) => `Khôi phục nguyên văn: ${d.entry}. Thay đổi mới là một mục mới ở cuối.`,
  },
  'change-missing': {
    what: (d) =>
      `“${d.field}” đã đăng là ${vietnameseValue(d.from)}, nay là ${vietnameseValue(d.to)}, nhưng “changes” không ghi thay đổi này.`,
    fix: (d) =>
      `Nếu gõ nhầm, sửa lại như cũ. Nếu sửa có chủ ý, ${d.first ? 'thêm vào tệp này' : 'thêm vào cuối “changes” của tệp này'}: ${d.entry} rồi viết lý do vào “reason”.`,
  },
  'change-lost': {
    what: (d) => `Mục ngày ${d.date} (“${d.field}”) trong “changes” đã bị xóa hoặc sửa.`,
    fix: (d) => `Khôi phục nguyên văn: ${d.entry}. Thay đổi mới là một mục mới ở cuối.`,
  },
  'change-untrue': {
    what: (d) =>
      `Mục trong “changes” kể “${d.field}” đổi từ ${vietnameseValue(d.from)} thành ${vietnameseValue(d.to)}, nhưng không có thay đổi nào như vậy.`,
    fix: () => 'Xóa mục này, hoặc viết đúng nội dung đã đăng vào “from” và nội dung bây giờ vào “to”.',
  },
  'observation-lost': {
    what: (d) => `Số liệu đã đăng “${d.id}” (${d.value}) không còn.`,
    fix: () =>
      'Khôi phục số liệu với mã và tên tệp cũ: số đã đăng không được biến mất. Nếu số sai, sửa “value” và thêm “revisions”.',
  },
  'prose-figure': {
    what: (d) => `Bài viết “${d.stated} ${d.unit}”, nhưng không đợt số liệu nào có số này.`,
    fix: (d) =>
      d.correct ? `Số gần nhất: ${d.correct}.` : 'Thêm số liệu kèm câu trích vào thư mục statistics, hoặc bỏ con số.',
  },
  'prose-figure-typed': {
    what: (d) => `Con số “${d.stated} ${d.unit}” được gõ tay.`,
    fix: (d) => `Thay bằng ${d.correct}.`,
  },
  'address-lost': {
    what: (d) => `Địa chỉ đã công bố “${d.path}” không còn trang nào.`,
    fix: (d) =>
      d.correct
        ? `Nếu trang đã đổi tên, viết: ${d.path} -> ${d.correct}`
        : 'Khôi phục tệp, hoặc viết “địa chỉ cũ -> địa chỉ mới”.',
  },
  'address-removed': {
    what: (d) => `Địa chỉ đã công bố “${d.path}” bị xóa khỏi danh sách địa chỉ.`,
    fix: () => 'Khôi phục dòng này trong addresses.txt. Trang đã đổi tên thì viết “địa chỉ cũ -> địa chỉ mới”.',
  },
  'address-target': {
    what: (d) => `“${d.path}” dẫn tới “${d.to}”, nhưng không có trang đó.`,
    fix: (d) => (d.correct ? `Có phải là “${d.correct}”?` : 'Sửa địa chỉ mới.'),
  },
  'address-unlisted': {
    what: (d) => `Trang “${d.path}” chưa có trong danh sách địa chỉ đã công bố.`,
    fix: () => 'Chạy: npm run check -- --fix',
  },
  'body-empty': {
    what: () => 'Phần nội dung trống.',
    fix: () => 'Viết nội dung dưới dòng “---” thứ hai.',
  },
  'body-code': {
    what: (d) => `Không được viết mã trong bài: ${d.what}.`,
    fix: () => 'Xóa đoạn này. Nếu cần dấu { } trong câu, viết bằng chữ.',
  },
  'body-tag-unknown': {
    what: (d) => `Không có thẻ <${d.tag}>.`,
    fix: (d) =>
      d.correct ? `Có phải là <${d.correct}>? Các thẻ được dùng: ${d.allowed}.` : `Các thẻ được dùng: ${d.allowed}.`,
  },
  'body-tag-attribute': {
    what: (d) => `Thẻ <${d.tag}> không nhận thuộc tính “${d.name}” như đã viết.`,
    fix: (d) => `Thẻ này nhận: ${d.allowed}. Giá trị đặt trong dấu nháy kép.`,
  },
  'body-tag-attribute-missing': {
    what: (d) => `Thẻ <${d.tag}> thiếu thuộc tính “${d.name}”.`,
    fix: (d) => `Viết theo mẫu: ${d.example}`,
  },
  'body-tag-content': {
    what: (d) => `Bên trong thẻ <${d.tag}> phải là ${d.expected}.`,
    fix: (d) => `Viết theo mẫu: ${d.example}`,
  },
  'body-tag-place': {
    what: (d) => `Thẻ <${d.tag}> phải đứng ${d.expected}.`,
    fix: (d) => `Viết theo mẫu: ${d.example}`,
  },
  'body-markdown': {
    what: (d) => `Không dùng ${d.what} trong bài.`,
    fix: (d) => `${d.instead}`,
  },
  'body-heading': {
    what: (d) => `Tiêu đề bậc ${d.depth} không dùng được ở đây.`,
    fix: () => 'Tiêu đề trong bài dùng “##”, rồi “###” bên dưới “##”.',
  },
  'link-address': {
    what: (d) => `Liên kết tới “${d.url}” không được phép.`,
    fix: () =>
      'Liên kết trong trang bắt đầu bằng “/”. Trang ngoài: khai báo trong thư mục sources, hoặc dùng tên miền đã cho phép.',
  },
  'link-dangling': {
    what: (d) => `Không có trang “${d.url}”.`,
    fix: (d) => (d.correct ? `Có phải là “${d.correct}”?` : 'Kiểm tra lại địa chỉ.'),
  },
  'link-anchor': {
    what: (d) => `Trang “${d.page}” không có mục “#${d.anchor}”.`,
    fix: (d) =>
      d.correct
        ? `Có phải là “#${d.correct}”?`
        : 'Bỏ phần từ dấu #, hoặc sửa theo tiêu đề của mục: chữ thường không dấu, gạch nối.',
  },
  placeholder: {
    what: (d) => `“${d.field}” chưa được điền.`,
    fix: (d) => (d.hint ? `Thay chữ CẦN ĐIỀN. ${d.hint}.` : 'Thay chữ CẦN ĐIỀN bằng nội dung thật.'),
  },
  'name-duplicate': {
    what: (d) => `“${d.value}” (${d.field}) đã có ở tệp ${d.other}.`,
    fix: () => 'Đặt tên khác, hoặc sửa tệp đã có thay vì tạo tệp mới.',
  },
  'date-order': {
    what: (d) => `“${d.second}” (${d.to}) trước “${d.first}” (${d.from}).`,
    fix: (d) => `Kiểm tra lại hai ngày; “${d.first}” phải đến trước.`,
  },
  'text-invisible': {
    what: (d) => `Có ký tự ẩn ${d.character}: người đọc không thấy, hoặc thấy chữ theo thứ tự khác.`,
    fix: () => 'Xóa cả từ rồi gõ lại bằng tay; đừng dán từ trang web hay Word.',
  },
  'text-lookalike': {
    what: (d) => `“${d.word}” có chữ “${d.letter}” (${d.character}) chỉ trông giống chữ cái thường.`,
    fix: () => 'Gõ lại từ này bằng bàn phím. Kẻ lừa đảo dùng chữ giả như vậy trong địa chỉ web.',
  },
  'text-nfc': {
    what: (d) => `“${d.word}” dùng dấu tiếng Việt tách rời (Unicode tổ hợp).`,
    fix: () => 'Chạy: npm run check -- --fix',
  },
  'privacy-name': {
    what: (d) =>
      `“${d.name}” giống họ tên một người. Điều 3 Luật 53/2024/QH15: thông tin về nạn nhân phải giữ kín; trang này cũng không nêu tên bị can.`,
    fix: () =>
      'Viết “một người”, “một phụ nữ trong xã”. Người đang giữ chức vụ công khai: khai báo trong thư mục public-names, có người thứ hai duyệt.',
  },
  'privacy-case-name': {
    what: (d) =>
      `“${d.name}” là tên người trong vụ việc. Điều 3 Luật 53/2024/QH15 cấm làm lộ nạn nhân; bị can chưa bị kết án.`,
    fix: () => 'Bỏ tên, kể cả tên viết tắt nếu làng xã nhận ra được. Viết “nạn nhân”, “một bị can”.',
  },
  'privacy-birth': {
    what: (d) => `“${d.text}”: năm sinh giúp người khác nhận ra một người.`,
    fix: () => 'Bỏ năm sinh; nếu cần, viết “vị thành niên”, “người lớn tuổi”.',
  },
  'privacy-identity': {
    what: (d) => `“${d.text}” giống số căn cước của một người.`,
    fix: () => 'Xóa dãy số. Nếu là số lượng, viết có dấu chấm ngăn hàng nghìn.',
  },
  'privacy-phone': {
    what: (d) => `“${d.text}” là số điện thoại không có trong thư mục hotlines.`,
    fix: () =>
      'Xóa số; không in lại số của dân hay của kẻ lừa đảo. Số chính thức: thêm tệp vào hotlines rồi dùng <Hotline id="…" />.',
  },
  'privacy-village': {
    what: (d) => `“${d.village}” và “${d.people}” trong một câu đủ để cả làng biết là ai.`,
    fix: () => 'Chỉ nêu tỉnh hoặc huyện cũ, bỏ tên xóm bản hoặc bỏ dân tộc.',
  },
  'wording-accused': {
    what: (d) => `“${d.text}”: chưa có bản án thì không ai là tội phạm.`,
    fix: () => 'Viết “bị can”, “nghi can” hoặc “kẻ lừa đảo” khi nói chung.',
  },
  'hotline-forbidden': {
    what: (d) => `Không được đăng số ${d.number}: ${d.why}.`,
    fix: () => 'Xóa số này. Số đúng ở trang Các số cần gọi; dùng <Hotline id="111" />.',
  },
  'date-stale': {
    severity: 'warning',
    what: (d) => `Đối chiếu nguồn lần cuối ${d.value}, đã quá ${d.months} tháng.`,
    fix: (d) => `Đọc lại nguồn, gọi lại số. Còn đúng thì sửa “${d.field}” thành ngày đối chiếu.`,
  },
  'date-expired': {
    severity: 'warning',
    what: (d) => `Cảnh báo hết hiệu lực ngày ${d.value}.`,
    fix: () =>
      'Thủ đoạn còn dùng: đối chiếu lại, lùi “expiresAt”. Không còn: để nguyên, trang tự ghi là đã hết hiệu lực.',
  },
  'review-missing': {
    severity: 'warning',
    what: (d) => `Chưa có người thứ hai duyệt việc nêu tên “${d.name}”.`,
    fix: () =>
      'Nhờ người không viết tệp này mở nguồn và xem lại, rồi ghi “reviewedBy” và “reviewedAt”. Đừng ghi thay người đó.',
  },
  orphan: {
    severity: 'warning',
    what: (d) => `Không tệp nào dùng “${d.id}”.`,
    fix: () => 'Dẫn tới nó ở bài cần nó, hoặc xóa tệp.',
  },
  'style-tone': {
    severity: 'warning',
    what: (d) => `“${d.word}” đặt dấu khác các bài khác.`,
    fix: (d) => `Viết “${d.usual}”, hoặc chạy: npm run check -- --fix`,
  },
  'style-spaces': {
    severity: 'warning',
    what: () => 'Có hai dấu cách liền nhau.',
    fix: () => 'Xóa bớt một dấu cách, hoặc chạy: npm run check -- --fix',
  },
  'style-abbreviation': {
    severity: 'warning',
    what: (d) => `Chữ viết tắt “${d.word}” chưa được giải thích.`,
    fix: () => 'Viết đủ chữ, hoặc thêm từ vào thư mục glossary. Ai cũng hiểu thì thêm vào words.txt.',
  },
  'style-sentence': {
    severity: 'warning',
    what: (d) => `Câu “${d.opening}…” dài ${d.words} tiếng, quá ${d.maximum}.`,
    fix: () => 'Tách thành hai câu.',
  },
  'style-paragraph': {
    severity: 'warning',
    what: (d) => `Đoạn này dài ${d.words} tiếng, quá ${d.maximum}.`,
    fix: () => 'Tách đoạn, hoặc viết thành danh sách.',
  },
  spelling: {
    severity: 'warning',
    what: (d) => `“${d.word}” không có trong từ điển.`,
    fix: (d) =>
      d.correct
        ? `Có phải là: ${d.correct}? Nếu đúng là “${d.word}”, thêm vào words.txt.`
        : `Nếu viết đúng, thêm “${d.word}” vào words.txt.`,
  },
} satisfies Record<string, Message>;

export type ProblemCode = keyof typeof vietnamese;
