/**
 * Words and phrases that mean the same. The first of a row is how this site says it; somebody who types another of the row is shown the pages
 * that say the first as well. What was typed always ranks above its synonyms (`search.ts`).
 *
 * A word with several meanings stands here only within a phrase: “qua” alone may be “sang”, “quà” or “quá”.
 */
import { stripDiacritics } from './normalize.ts';
import { PhraseTree, wordOf } from './phrase-tree.ts';

/** Each row is a list of phrases, parted by “, ”. */
export const synonymRows: readonly string[] = [
  // Frauds.
  'giả danh, giả mạo, mạo danh, mạo xưng, xưng là, tự xưng, xưng danh, đóng giả, giả làm, giả dạng, giả vờ làm, giả vờ là, tự nhận là, nhận mình là, nhận là, làm giả',
  'công an, cảnh sát, cán bộ điều tra, điều tra viên, cơ quan điều tra, công an viên, trinh sát, cớm',
  'công an gọi, viện kiểm sát gọi, tòa án gọi, tòa gọi, kiểm sát viên gọi',
  'chuyển tiền, chuyển khoản, bank, banking, bắn tiền, gửi tiền, ting ting',
  'chuyển nhầm tiền, tiền chuyển nhầm, chuyển nhầm, chuyển khoản nhầm, bank nhầm, nhầm tài khoản, tiền lạ vào tài khoản, nhận được tiền lạ',
  'lừa đảo, lừa gạt, lừa bịp, bịp bợm, lừa phỉnh, lừa lọc, dối gạt, gạt tiền, scam, bị gạt, bị bịp',
  'bị lừa tiền, mất tiền oan, bị lừa mất tiền, bị lừa chuyển khoản, bị lừa hết tiền, lừa mất tiền, bị lừa đảo tiền',
  'đường dẫn, đường link, link lạ, bấm link, nhấp link, liên kết lạ',
  'ứng dụng, app, phần mềm',
  'mã otp, mã xác nhận, mã xác thực, mã số xác nhận, mã pin',
  'tin nhắn, sms, tin nhắn rác, mess',
  'ngân hàng, nhà băng, nhà bank',
  'tài khoản bị khóa, khóa tài khoản, tk bị khóa, thẻ bị khóa, khóa thẻ',
  'người giao hàng, shipper, shiper, bưu tá, giao hàng gọi, nhân viên giao hàng, shop giao hàng, ship hàng',
  'đầu tư, chứng khoán, tiền ảo, forex, crypto, chơi coin, sàn giao dịch, góp vốn',
  'vay tiền online, vay app, vay nóng, vay nhanh, vay qua mạng, vay tín dụng, tín dụng đen, vay nặng lãi, bốc bát họ, mượn tiền qua mạng, vay tiền app, app vay',
  'cộng tác viên online, làm nhiệm vụ, làm nhiệm vụ online, làm nhiệm vụ trên mạng, đặt đơn, chốt đơn, giật đơn, like dạo, thả tim, việc online, việc làm online, việc tại nhà, kiếm tiền online, kiếm tiền trên mạng, làm thêm tại nhà',
  'cuộc gọi video, video call, gọi hình, gọi video giả, giả mặt, giả giọng, ghép mặt',
  'đang cấp cứu, bị tai nạn, bị tai nạn đang mổ, nhập viện, đang mổ, nằm viện',
  'trúng thưởng, trúng xe, trúng giải, bốc thăm, được thưởng, nhận thưởng, tặng quà, nhận quà, quà tri ân',
  'vneid, định danh điện tử, định danh mức 2, định danh mức hai, căn cước điện tử, app công an',
  'điện lực, tiền điện, cắt điện, evn, hóa đơn điện, nợ tiền điện',
  'khóa sim, nâng cấp sim, chuẩn hóa thuê bao, khóa thuê bao, nhà mạng gọi, khóa số, cắt sóng',
  'cơ quan thuế, hoàn thuế, cán bộ thuế, chi cục thuế, quyết toán thuế, nợ thuế',
  'lấy lại tiền bị lừa, lấy lại tiền, thu hồi tiền, đòi lại tiền, hoàn tiền lừa đảo, luật sư lấy lại tiền',
  // Trafficking.
  'mua bán người, buôn người, buôn bán người, bán người, buôn bán phụ nữ, buôn bán trẻ em, buôn lậu người',
  'bị giữ, bị nhốt, bị giam, bị giam lỏng, bị khóa trong, bị khóa cửa, bị nhốt trong, bị xích, bị trói, bị bắt giữ',
  'việc nhẹ lương cao, lương cao việc nhẹ, việc nhàn lương cao, việc làm lương cao, lương nghìn đô, lương ngàn đô, tuyển người đi làm nước ngoài, tuyển lao động nước ngoài, tuyển dụng campuchia, đi làm campuchia, đi cam làm, qua cam làm',
  'công ty tuyển dụng, bên tuyển, nơi tuyển, chỗ tuyển, người tuyển, môi giới việc làm',
  'campuchia, cam pu chia, cambodia, cao miên, bên cam, bên miên, bên kam',
  'myanmar, miến điện, mi an ma, myanma, burma, bên miến',
  'trung quốc, bên tàu, sang tàu, tung của, china, trung của, bên trung, nước tàu',
  'lấy chồng nước ngoài, làm dâu xứ người, gả sang, gả đi trung quốc, lấy chồng tàu, lấy chồng ngoại, lấy chồng đài loan, lấy chồng hàn, lấy chồng hàn quốc, lấy chồng trung quốc, đi làm dâu, môi giới hôn nhân, cô dâu việt',
  'xuất nhập cảnh trái phép, vượt biên, vượt biên giới, vượt biên trái phép, vượt biên giới trái phép, qua biên giới trái phép, qua biên trái phép, trốn qua biên giới, trốn sang, đi chui, sang chui, qua chui, nhập cảnh chui, xuất cảnh chui, xuất cảnh lậu, đi lậu, đường tiểu ngạch, đi đường rừng, đường mòn lối mở',
  'mang thai hộ, đẻ thuê, đẻ mướn, chửa hộ, chửa thuê, bán trứng, bán bào thai, mang bầu hộ',
  'trẻ sơ sinh, con đỏ, em bé mới đẻ, con mới đẻ, đứa nhỏ mới sinh',
  'trẻ em, con nít, trẻ con, trẻ nhỏ, con trẻ',
  'quán karaoke, quán hát, quán bar, quán bia ôm, tiếp viên, tay vịn, phục vụ quán, rót bia',
  'tiền chuộc, chuộc người, chuộc con, nộp tiền chuộc, trả tiền để về',
  'nạn nhân trở về, về nước rồi, mới trốn về, được giải cứu, thoát về',
  'bạo lực gia đình, bạo hành, vũ phu, chồng đánh, đánh vợ, gia đình đánh',
  'ngôi nhà bình yên, nhà tạm lánh, chỗ trú, nhà trú ẩn, chỗ lánh nạn',
  // Offices and acts.
  'biên phòng, lính biên phòng, đồn lính, bộ đội biên giới, lính biên giới',
  'báo tin, tố cáo, tố giác, trình báo, khai báo, báo án, mách công an, trình công an, gửi đơn, làm đơn',
  'công an xã, công an bản, công an thôn, công an xóm, công an huyện',
  'xóm, bản làng, làng bản, thôn bản',
  'đường dây nóng, số nóng, hotline, số khẩn cấp, số khẩn, tổng đài hỗ trợ',
  'tờ rơi, áp phích, poster, tờ dán, tờ bướm, băng rôn, bảng tin, pa nô',
  'bài đọc cho loa, loa phường, loa xóm, loa xã, loa phát thanh, đài truyền thanh, phát loa',
  'xóa dấu vết, xóa lịch sử, xóa hết, xóa sạch, xóa hết dấu vết, giấu lịch sử, xóa nhật ký',
  'không có mạng, mất mạng, hết 4g, hết mạng, không mạng, ngoại tuyến, offline',
  'lưu vào máy, tải về máy, tải xuống, cài vào máy',
  'trang này, web này, trang web này, website này',
  'mất tích, thất lạc, biệt tích, bặt tin, bặt vô âm tín',
  'người thân, người nhà, bà con, họ hàng, anh em họ',
  'giấy tờ, giấy má',
  'hộ chiếu, passport, sổ thông hành',
  'ma túy, xì ke, hàng trắng, thuốc phiện, chất cấm, hút chích',
];

let synonyms: PhraseTree<string> | undefined;
/** Each phrase that this site says otherwise, with how it says it; made when the first query is typed. */
const synonymTree = (): PhraseTree<string> =>
  (synonyms ??= new PhraseTree(
    synonymRows.flatMap((row) => {
      const [first = '', ...others] = row.split(', ');
      return others.map((other) => [other, first] as const);
    }),
  ));

/**
 * A query in the words of this site: each phrase of the table replaced by the first of its row, the longest phrase first.
 *
 * @returns undefined where no phrase of the query stands in the table, or what would replace it stands in the query already.
 */
export const inWordsOfSite = (query: readonly string[]): string[] | undefined => {
  const tree = synonymTree();
  const words = query.map(wordOf);
  const typed = ` ${query.map(stripDiacritics).join(' ')} `;
  const replaced: string[] = [];
  let isOther = false;
  for (let at = 0; at < query.length;) {
    const longest = tree.matches(words, at).sort((a, b) => b.end - a.end)[0];
    if (longest && longest.end > at && !typed.includes(` ${stripDiacritics(longest.value)} `)) {
      replaced.push(...longest.value.split(' '));
      isOther = true;
      at = longest.end;
    } else replaced.push(query[at++] ?? '');
  }
  return isOther ? replaced : undefined;
};
