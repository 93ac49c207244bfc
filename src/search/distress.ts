/**
 * Whether a query tells that somebody is in danger, and of what kind: the numbers to call then stand above the results. A card too many costs
 * a glance, a card too few may cost a life.
 *
 * Distress is told in too many words for a list of phrases. A pattern says who does it, what is done and to whom; each part is a class of
 * words. In a pattern `{name}` is one phrase of a class, `a|b` one of two words, `…` at most two other words, `word?` a word that may be
 * missing, `_` joins the words of a phrase, `#` is a number, `!` asks for
 * the marks of a word, `^` and `$` the beginning and the end of the query.
 */
import { PhraseTree, wordsOf, type Word } from './phrase-tree.ts';

/**
 * What kind of help a query asks for: `danger` help at once, `abuse` violence at home or of a sexual kind, `abroad` help in another country,
 * `missing` a relative who is gone, `self-harm` a life that is to be ended, `medical` an injury, `images` a threat with pictures, `money` money
 * that has just been sent to a fraud.
 */
export type DistressKind = 'danger' | 'abuse' | 'abroad' | 'missing' | 'self-harm' | 'medical' | 'images' | 'money';

const list = (phrases: string): string[] => phrases.split(',').map((phrase) => phrase.trim());

/** Classes of words. A mark that is not typed does not matter: “bi danh” is “bị đánh”. */
const classes: Record<string, string[]> = {
  me: list('tôi, em, mình, con, cháu, tui, tao, tớ, chúng tôi, chúng em, tụi em, bọn em, t, e, m, i, we, me, us'),
  victim: list(
    'tôi, em, mình, cháu, tui, tao, tớ, chị, mẹ, vợ, vk, vợ con, con tôi, con em, con gái, con trai, con mình, con cái, chúng tôi, chúng em, tụi em, bọn em, bạn tôi, bạn em, người nhà, bé, e, t, bà, trẻ em',
  ),
  relative: list(
    'con, con tôi, con gái, con trai, con em, cháu, em gái, em trai, em tôi, em, vợ, chồng, mẹ, bố, chị, chị gái, anh trai, bạn tôi, bạn em, bạn gái, người thân, người nhà, bé, trẻ',
  ),
  people: list(
    'họ, nó, tụi nó, chúng, chúng nó, bọn nó, bọn chúng, bọn, chủ, ông chủ, bà chủ, sếp, quản lý, công ty, cty, chồng, ck, vợ, bố, ba, cha, dượng, bố dượng, cha dượng, mẹ, má, mẹ chồng, bố chồng, nhà chồng, anh ta, ông ta, ổng, hắn, lão, gã, thằng, thằng kia, người ta, ngta, có người, ai đó, người lạ, thầy, thầy giáo, thầy cô, bạn trai, người yêu, ny, bồ, bảo kê, má mì, tú bà, môi giới, kẻ xấu, người xấu, hàng xóm, chú, bác, cậu',
  ),
  by: list('bị, bắt, ép, buộc, cưỡng ép, dọa, đòi, sắp, đang'),
  force: list('bắt, ép, ép buộc, buộc, bắt ép, cưỡng ép, cưỡng bức, dụ, dọa'),
  not: list('không, ko, k, kg, khg, kh, hok, hông, hong, hem, hổng, chẳng, chả, chưa, hết'),
  can: list('cho, được, dc, đc, thể, có thể, dám, biết cách, biết đường, tài nào'),
  leave: list('ra, về, thoát, trốn, rời, ra ngoài, về nhà, về nước, ra khỏi, thoát ra, trốn ra'),
  restrain: list(
    'nhốt, xích, trói, cùm, còng tay, giam, giam giữ, giam cầm, giam lỏng, giữ lại, giữ chân, giữ, quản thúc, bịt mắt, bịt miệng, canh giữ, canh chừng, cầm tù, bắt giữ, bắt cóc',
  ),
  beat: list(
    'đánh, đánh đập, đập, đấm, đá, tát, chích điện, dí điện, gí điện, kích điện, tra tấn, hành hạ, bạo hành, bóp cổ, đâm, chém, giết, giết chết, thiêu, tạt axit, ngược đãi, dìm, bỏ đói, hành hung, quất, siết cổ, xiết, siết, rượt, đuổi, đuổi giết, đốt',
  ),
  rape: list(
    'hiếp, hiếp dâm, cưỡng hiếp, cưỡng dâm, cưỡng bức, xâm hại, quấy rối, sàm sỡ, lạm dụng, dâm ô, làm nhục, sờ mó, sờ soạng, sờ dâm, sờ ngực, sờ mông, sờ đùi, gạ tình, quay lén, chụp lén',
  ),
  sell: list(
    'bán, đem bán, mang bán, lừa bán, bán đi, bán sang, bán qua, bán cho, bán vào, gả bán, gả, dụ bán, mua bán, mua về',
  ),
  lure: list('lừa, lừa bán, dụ, dụ dỗ, đưa, bắt, chở, dẫn, bán, lôi, lùa, mang, đem'),
  across: list('sang, qua, đi, ra nước ngoài, vượt biên, qua biên giới, sang biên giới, bên kia'),
  take: list('giữ, thu, tịch thu, thu giữ, lấy, lấy mất, lấy hết, cầm, cầm hết, tước, xé, đốt, cướp, giấu, đập'),
  papers: list('giấy tờ, hộ chiếu, passport, visa, căn cước, cccd, cmnd, chứng minh thư, điện thoại, dt, đt, sim'),
  scamCountry: list('campuchia, cam pu chia, cambodia, cpc, miến điện, myanmar, lào, tam giác vàng, bên cam, bên lào'),
  place: list(
    'campuchia, cam pu chia, cambodia, cpc, miến điện, myanmar, miến, lào, trung quốc, tq, china, thái lan, tam giác vàng, malaysia, mã lai, philippines, đài loan, hàn quốc, nhật bản, dubai, nga, singapore, nước ngoài, xứ người, bên kia, bên tàu, bên đó, bên trung, bên cam, bên lào, laos, thailand, abroad, sihanoukville, bavet, mộc bài, myawaddy, kk park, angola',
  ),
  work: list(
    'bán dâm, mại dâm, làm gái, tiếp khách, đi khách, phục vụ khách, lấy chồng, lấy vợ, cưới, kết hôn, làm vợ, đẻ, đẻ thuê, mang thai, phá thai, làm việc, lao động, làm không công, đi ăn xin, ăn xin, đi lừa, lừa đảo, lừa người, lừa người khác, gọi điện lừa, bán thận, hiến thận, chụp ảnh nóng, quay clip, đóng phim, uống thuốc, hút, chơi ma túy, dùng ma túy, vận chuyển ma túy, bỏ học, làm',
  ),
  spread: list('tung, phát tán, đăng, gửi, lan truyền, up, tống'),
  pictures: list('ảnh, hình, clip, video, hình ảnh'),
  intimate: list('nóng, nhạy cảm, sex, riêng tư, khỏa thân, nude, giường chiếu'),
  poison: list(
    'thuốc sâu, thuốc trừ sâu, thuốc ngủ, thuốc tự tử, thuốc chuột, thuốc diệt cỏ, thuốc độc, lá ngón, thuốc chết',
  ),
  sent: list(
    'chuyển khoản, chuyển tiền, chuyển, ck, gửi tiền, nạp tiền, đưa otp, đưa mã, cho otp, đọc otp, đọc mã, đưa tiền, bấm link, bấm vào link, cài app, cài apk',
  ),
  sum: list('tiền, hết tiền, sạch tiền, tr, triệu, tỷ, tỉ, củ, chục triệu, trăm triệu, nghìn, ngàn'),
};

/** Compounds that hold a word of a pattern and mean something else. They are left out before a query is looked at. */
const harmless = list(
  'khóa học, đánh giá, đánh bạc, đánh răng, đánh máy, đánh dấu, đánh bài, đánh bóng, đánh vần, đánh lô, đánh đề, đánh cá, đánh bắt, đánh thuế, đánh sập, đánh cắp, giả danh, mạo danh, định danh, danh sách, danh tính, danh bạ, danh mục, danh ngôn, danh lam, danh hiệu, giảm giá, giảm cân, giảm tải, giảm nghèo, giảm án, giảm đau, bạn bè, bắt đầu, bắt buộc, bắt tay, bắt mắt, bắt nạt học đường là gì, phòng chống, chống lừa đảo, chống mua bán, chống buôn người, nạn nhân bị mua bán, nạn nhân bị bán, nạn nhân mua bán, cựu chiến binh, đối tượng bị bắt, cứu hộ, cứu trợ, cứu hỏa, cứu thương, cứu tế, nghiên cứu, tra cứu, giữ xe, giữ chỗ, giữ dáng, giữ gìn, giữ nhiệt, giữ trẻ, xích mích, xích đu, xích lô, thoát nước, thoát hiểm, thoát vị, thoát nhanh, thoát khỏi nhóm, thoát nhóm, con số, bạo lực mạng, thoát zalo, thoát facebook, thoát tài khoản, thoát nghèo, trốn thuế, trốn học, trốn tìm, về hưu, vé máy bay, vé xe, vé số, nghỉ không lương, giết thời gian, giết mổ, giết gà, mua bán nhà, mua bán đất, mua bán xe, mua bán online, giấy tờ xe, giấy tờ nhà, giấy tờ đất, bán hàng, bán nhà, bán đất, bán xe, bán buôn, bán lẻ, bán kết, bán đấu giá, bán vé, bán thời gian, hộ kinh doanh, hộ khẩu, hộ gia đình, hộ nghèo, mang thai hộ, bảo hộ, công ty điện lực, thu mua, đòi nợ thuê là gì, khoa học, khoa nội, y khoa, theo dõi đơn hàng, theo dõi trang, theo dõi sức khỏe, bạo lực học đường là gì, số lượng, so sánh, số liệu, nguy hiểm là gì',
);

const patterns: Record<DistressKind, string[]> = {
  'self-harm': [
    'tự tử|sát|vẫn!',
    'muốn|định|đi|đòi tự vẫn',
    'quyên sinh',
    'tự|muốn kết liễu',
    'tự thiêu',
    '{not} chịu nổi|được nữa',
    '{not} chịu nổi',
    'kết thúc cuộc đời|sống',
    'muốn|thà|định|sắp|phải chết',
    'chết đi|quách|cho_xong',
    'chết cho xong|rồi',
    '{not} … muốn|thiết|ham sống',
    '{not} còn muốn? sống nữa?',
    '{not} sống nổi|được|tiếp',
    'chán sống|đời',
    'sống không bằng chết',
    'sống để? làm gì',
    'sống để làm? gì',
    'cách|thuốc … chết|tự_tử|tự_sát',
    'chết … không đau',
    'chết nhanh',
    'là gánh_nặng',
    'trầm cảm',
    'feel|like dying|depressed|hopeless',
    'uống {poison}',
    'muốn uống thuốc',
    '{not} còn gì|ai|lý_do',
    'cuộc sống … {not} ý_nghĩa',
    'vô dụng|nghĩa',
    'lá ngón',
    'nhảy cầu|lầu|sông|xuống',
    'cắt|rạch tay|cổ',
    'treo cổ',
    'tự làm hại|đau',
    'tự hại',
    'muốn biến mất|khỏi',
    'tuyệt vọng',
    'bế tắc quá|lắm',
    'want|wanna … die',
    'kill|hurt|hurting myself',
    'end my life',
    'suicide|suicidal',
    '{not} want|wanna to? live',
    'dont|not want to live',
  ],
  medical: [
    'cấp cứu',
    'có người … chết',
    'người … sắp|đang chết',
    'chảy … máu',
    'bị thương|ngộ_độc|bỏng|ngất',
    'bất tỉnh',
    'khó thở',
    'co giật',
    'uống nhầm|phải … thuốc|độc',
    'ambulance|bleeding|unconscious',
    'someone … dying|dead',
  ],
  images: [
    'dọa|bị|đòi|tống|nó|họ {spread} … {pictures}',
    'dọa … {spread} … {pictures}',
    '{pictures} {intimate} … dọa|tống|đòi|tung|lộ',
    '{pictures} {intimate} … bị … dọa|tung|lộ|tống',
    'dọa|bị|tống|đòi|lộ|tung|gửi … {pictures} {intimate}',
    'tống tình',
    'bị … ghi_hình|bôi_nhọ|đăng_lên|bêu|bóc_phốt',
    'bôi nhọ',
    'lộ|phát_tán|tung clip|ảnh_nóng|hình_nóng|video_nóng|ảnh_sex',
    '{people} … đăng|tung|gửi|phát_tán … {pictures} … {intimate}?',
    '{pictures} {intimate} … phát_tán|đăng|bị',
    'threaten|threatens|threatening to? post|share|leak|send … photos|pictures|video|nudes',
    'đòi tiền … {pictures}',
    'tống tiền … {pictures}',
    'sextortion|revenge_porn',
    'threatening|threatens|blackmail|blackmailed|leak|leaked … photos|pictures|video|nudes',
    'blackmail|blackmailed|blackmailing',
  ],
  money: [
    '{victim} … lỡ|trót|chót|vừa|mới {sent}',
    'lỡ|trót|chót … {sent}',
    'vừa|mới {sent} … lừa|nhầm|giả|rồi|xong|đảo',
    'vừa|mới bị lừa',
    'bị lừa … chuyển|mất|hết|nạp|#',
    'bị lừa {sum}',
    'mất # {sum}|k',
    'bị mất #? {sum}',
    '{me} mất … {sum}',
    'mất hết|sạch|trắng {sum}',
    '{me}|{relative} … bị lừa $',
    'rút|trừ|lấy hết|sạch|mất {sum}',
    'bị … trừ|rút|mất {sum}',
    'sent … money … scammer|scam|fraud',
    'just transferred|sent … money',
    'i … got|was|been scammed',
    'lost … money',
  ],
  missing: [
    'mất tích',
    'mất liên lạc',
    '{not} … liên lạc được',
    '{not} liên lạc … với {relative}',
    '{not} … gọi được … {relative}',
    '{relative} … bỏ_nhà|bỏ_đi|đi_bụi|biến_mất|đi_lạc|bị_lạc',
    '{relative} … {not} thấy? về',
    '{relative} … {not} thấy đâu|về',
    'bỏ nhà đi|ra',
    'lạc mất? con|cháu|mẹ|bé',
    'đi lạc',
    'bị lạc',
    'mất con $',
    'mất con gái|trai|tôi',
    'tìm con|cháu|em gái|trai|tôi',
    'was|were|been … taken … to|by|away',
    'trẻ|bé … lạc',
    '{not} … thấy con|cháu|vợ|chồng|mẹ … đâu|về',
    'tìm … người|con|cháu|em|vợ … mất_tích|lạc|bỏ_nhà',
    'my … daughter|son|child|sister|brother|friend|wife|husband|mother … missing|disappeared|gone',
    'missing child|person|daughter|son|sister|girl',
    'lost contact|touch with',
    'cant|cannot|can_not reach my',
  ],
  abroad: [
    '{me} … ở|bên|tại|qua|sang|kẹt … {place} … muốn|cần|cứu|giúp|bị|trốn|thoát|kêu|{not}',
    '{relative} … ở|bên|tại|kẹt … {place} … cứu|muốn|bị|kêu|trốn|thoát',
    'kẹt|mắc_kẹt ở|bên|lại|tại … {place}',
    'kẹt ở {place}',
    '{relative} … ở|bên|tại|sang|qua {scamCountry} $',
    'sao|cách … về|trốn|thoát việt_nam|vn|nước',
    'ở|bên|tại {place} … muốn_về|muốn_trốn|cứu|kêu_cứu|bị|mắc_kẹt',
    'bị … {lure} {across} … {place}',
    'bị … {lure} {across}? {place}',
    'bị … {lure} … sang|qua … biên_giới|bên_kia',
    'lừa|đưa|bán|bắt|dụ {victim} … sang|qua|đi {place}',
    '{victim} bị lừa|dụ|đưa|bắt {across}',
    'bán sang|qua',
    'bên kia biên giới',
    'muốn về nước|việt_nam|vn',
    '{not} … về … nước|việt_nam|vn được?',
    'bị|sắp|chờ trục xuất',
    'mất hộ_chiếu|passport|giấy_tờ ở {place}',
    'stuck|trapped|held|sold|stranded in|to {place}',
    'in {place} … help|trapped|held|want|cannot|cant',
  ],
  abuse: [
    'chồng|ck|bố|ba|cha|dượng|mẹ|vợ|bạn_trai|người_yêu|ny|bồ|anh_trai|con_trai|mẹ_chồng|nhà_chồng … {beat}',
    'bị chồng|ck|bố|ba|cha|dượng|mẹ|vợ|bạn_trai|người_yêu|ny|bồ … {beat}|{rape}|chửi|đuổi|kiểm_soát',
    'đánh vợ|con',
    'bạo lực|hành',
    'bị … bắt_nạt',
    '{people} … kiểm_soát',
    'bạo hành',
    'đánh đập',
    'ngược đãi',
    'hành hạ',
    '{by}|{people} … {rape}',
    '{rape} {victim}',
    'hiếp dâm',
    'cưỡng hiếp|dâm|bức',
    'xâm hại',
    'quấy rối',
    'sàm sỡ',
    'dâm ô',
    'lạm dụng tình_dục',
    'loạn luân',
    'sờ dâm|mó|soạng|ngực|mông|đùi',
    'thầy|thầy_giáo|bố_dượng|dượng|hắn|lão|chú|bác sờ',
    'chuốc thuốc|say|rượu',
    'bị … tiêm|bơm|cho_uống',
    'bị người|thầy|ông|chú|bác|anh|hắn … ôm!|hôn|đụng|chạm|sờ!',
    'bị … hôn|ôm! $',
    'làm chuyện … bậy|đồi_bại|người_lớn',
    'thầy|thầy_giáo|ông|chú làm chuyện',
    'bé gái|trai bị',
    'bị … chuốc',
    'bị bỏ thuốc|bùa',
    'bị … lột|cởi đồ|quần_áo|áo|sạch',
    'chụp|quay … khỏa_thân',
    'ép|đòi|bắt … ngủ_với|quan_hệ|cởi_đồ|cởi_áo',
    'ngủ với {me}',
    'bị gạ|ruồng_bỏ|bỏ_rơi|đuổi_khỏi_nhà|đuổi_ra_khỏi_nhà|làm_nhục|nhìn_trộm|lừa_tình',
    'sợ về nhà',
    '{not} dám nói|kể … ai',
    'thuốc mê',
    'tảo hôn',
    'husband|boyfriend|father|partner|stepfather|he|she|they|boss|mother … beats|hits|beat|hit|hurts|hurt|abuses|rapes|chokes|beating|hitting',
    'raped|rape|molested|sexually|harassed|groped',
    'domestic violence|abuse',
    '{me} … am|was|being|been abused|beaten',
    'beaten|abused|beating',
  ],
  danger: [
    // Held.
    'nhốt|trói|cùm',
    '{by}|{people} … {restrain}',
    '{restrain} {victim}',
    'giam lỏng|giữ|cầm',
    'giữ người',
    'bị … xích|xiết|siết',
    'bị … khống_chế|bao_vây|vây|cướp|trấn_lột|chặn_đường|áp_giải|kéo_đi|lôi_đi|dẫn_đi|chở_đi|đưa_đi|cầm_tù|phục_kích|dụ_dỗ',
    'bị phạt nhịn|đánh|chích|nhốt|đứng|quỳ',
    'bị cắt|chặt tay|ngón|ngón_tay|tai',
    'bị khủng_bố',
    'bị … khủng_bố',
    'chủ|ông_chủ|bà_chủ|công_ty|cty|sếp|quản_lý|bảo_kê|má_mì … {beat}',
    '{people} … bắt {victim}',
    'bắt con|em|cháu tôi|em|gái|trai',
    'cửa … {not} mở',
    '{not} mở được cửa',
    '{not} biết … ở đâu|đường',
    '{not} biết … chở|đưa … đâu',
    '{not} biết đi đâu',
    'ở|trong|vào|giữa rừng',
    'bắt cóc',
    'khóa … trong nhà|phòng|kho',
    'khóa trái|cửa_nhốt|cửa_ngoài|ngoài',
    'nhà|phòng … khóa ngoài',
    '{victim} bị khóa $',
    '{not} cho … {leave}|đi|gọi|ăn|ngủ|nghỉ|gặp|liên_lạc|ngoài|dùng|uống|lên_bờ|vào_bờ',
    '{not} được|dc|đc|thể|dám … ra|về|thoát|trốn|rời|đi_đâu|ra_ngoài|gọi_về|gọi_cho',
    '{not} được|dc|đc gọi|liên_lạc|nghỉ|ăn|ngủ|ra',
    '{not} {leave} … được|dc|đc|nổi|khỏi',
    '{leave} {not} được|dc|đc|nổi',
    'cấm ra|về|gọi|liên_lạc|ra_ngoài',
    'có? đường? {not} có? đường ra|về|thoát',
    // Escape.
    'bỏ trốn',
    'chạy trốn|thoát',
    'trốn ra|về|đi|khỏi|thoát|như|thế|bằng',
    'thoát ra|khỏi|thân|được|về',
    'muốn|cần|tìm|cách|sao|nào|giúp|tính|định … trốn|thoát|thoát_ra',
    '{me} đang trốn',
    'bị … kẹt',
    'mắc kẹt',
    'xin … về',
    '{me} … muốn về $',
    'muốn về nhà|quê|với_mẹ|với_gia_đình',
    'muốn|cho|đưa|xin {victim} về',
    'muốn|được|cho … trở_về|quay_về|về_với',
    'sao|cách|đường về nhà|nước|việt_nam|vn|với_mẹ',
    'sao|cách … ra khỏi',
    'nhớ nhà $',
    // Nobody may hear.
    '{not} nói được|ra',
    '{not} thể nói|gọi|kêu',
    'nghe lén',
    'nhắn tin cho? công_an|cảnh_sát',
    '{not} gọi được cho? công_an|cảnh_sát|#',
    'báo|gọi công_an … {not} … phát_hiện|biết',
    '{people}|bảo_vệ canh',
    // Papers.
    'giữ|tịch_thu|thu_giữ|tước|lấy_mất|lấy_hết|thu_hết {papers}',
    '{by}|{people} … {take} … {papers}',
    '{take} … {papers} … của? {victim}',
    'thu điện_thoại|dt|đt',
    '{not} … trả lại? {papers}',
    'đòi lại {papers}',
    // Violence.
    'bị … {beat}',
    '{people} … {beat} … {victim}',
    '{beat} {victim}',
    '{people} … {beat} $',
    'bị … chích điện',
    'chích|dí|gí|kích|roi điện',
    'tra tấn',
    'tạt axit',
    'đập|phá|đạp … cửa',
    'đòi vào nhà',
    'đột_nhập|trộm|cướp … nhà',
    'chủ nợ … đến|tới|đập|dọa|đánh',
    'đuổi theo|giết|đánh|chém|bắt',
    'đang đuổi',
    'cầm dao|súng|hung_khí',
    'dọa|đòi giết|đánh|chém|đốt|đâm|bán|hại|thiêu|bắn',
    'đe|hăm dọa',
    'uy hiếp',
    'tống tiền',
    'xã hội đen',
    'giang hồ',
    'xiết|siết nợ',
    'nợ xiết|siết',
    // Sold, forced.
    'bị … {sell}',
    'bị … lừa bán|đi|sang|qua|vào',
    'lừa bán',
    'bán con|tôi|em|cháu|vợ|người_yêu',
    'đem|mang … bán {victim}',
    'bị … {lure} {across}',
    'bị … {lure} đến|tới|ra|lên|vào|xuống|về',
    'nô lệ',
    'ở đợ',
    'bán vào|làm',
    'slave|slavery|compound',
    '{force} … {work} … {victim}',
    'bị|họ|nó|chủ … {force} … {work}',
    '{force} {victim} … {work}',
    'ép|bắt bán_dâm|tiếp_khách|làm_gái|làm_vợ|lấy_chồng|cưới|đẻ|đi_khách|kết_hôn|phá_thai',
    'bị ép|cưỡng_ép|buộc|bắt_ép',
    'bắt|kéo|cướp vợ',
    '{not} muốn … lấy_chồng|cưới|kết_hôn|bán_dâm|tiếp_khách',
    'bị lừa lấy_chồng|làm|cưới|kết_hôn',
    '^ bắt làm',
    'bắt trẻ_em|con_nít|trẻ_con … làm',
    'trừ … lương',
    '^ bị bắt $',
    '{me}|{relative} … bị bắt',
    'bị {people} … bắt',
    'bị bắt làm|đi|đưa|sang|qua|vào|ở|phải|lên|về',
    'lấy|mổ|cướp|cắt thận|gan|nội_tạng',
    'mổ lấy',
    'bóc lột',
    'cưỡng bức lao_động',
    'lao động cưỡng_bức|khổ_sai',
    'làm … {not} … lương|công',
    '{not} … trả|phát|nhận|có lương|công',
    '{not} … trả … tiền_lương|tiền_công',
    'quỵt|giam|giữ lương|công|tiền_công',
    'nợ lương',
    'bắt trả nợ',
    'chủ|sếp|công_ty|cty … {not} trả',
    'mới|phải|trả|nộp|bồi_thường … mới? cho|được|thả về|nghỉ|ra',
    '# … mới cho|được|thả',
    'no salary|pay|wages',
    'bắt|bị … chuộc',
    'đòi tiền? chuộc … con|người|em|tôi|mới|thả',
    'want|need|let to? me? go|come|get back? home',
    'took|taken|take|keep|keeps|kept|has|have|confiscated|holding … passport|passports|papers|phone',
    // Followed.
    'bị … theo_dõi|bám_theo|rình|rình_rập',
    '{people} … theo_dõi|bám_theo|rình|đi_theo',
    'theo dõi {victim}',
    'bám theo|đuôi',
    'có người|kẻ|đứa … theo',
    '{people} … theo {victim}',
    'kẻ lạ|xấu … theo|rình',
    // Fear and calls for help.
    'sợ quá|hãi|chết',
    'sợ lắm $',
    '^ sợ chồng|chủ|bố|dượng|họ',
    '{me} … sợ $',
    '{me} sợ quá|lắm|họ|nó|chồng|chủ|hắn|về_nhà|bị_đánh|bị_bán|bị_bắt',
    'cứu',
    'giúp {me}|với|tôi|em',
    'cần|xin … giúp|giúp_đỡ',
    'cho|xin {me} … giúp',
    'kêu cứu',
    'làm ơn',
    'van xin',
    'bị đói|lạnh',
    'đói! quá|lắm',
    'đau quá|lắm $',
    'sos|khẩn_cấp|nguy_hiểm|nguy_cấp',
    '{me} là nạn_nhân',
    'đang|tôi|em … nạn_nhân $',
    'bị hãm|ám hại',
    'help|rescue',
    'save me|us',
    'call|need police',
    'locked in|up|inside|me',
    '{me} … am|was|are … locked',
    'lock|locks|locked me',
    'cant|cannot|not leave|escape|out',
    'cant|cannot|not get|go out|away|home|back',
    'not allowed to leave|go|call',
    'let|lets me|us leave|out|go',
    'wont let me|us',
    'kidnapped|kidnap|trafficked|abducted|enslaved|tortured|trapped',
    'being|was|been sold|trafficked|held|locked|forced|followed|threatened|chased|watched',
    'held hostage|against|captive',
    'forced|force|forcing|forces … work|marry|marriage|prostitution|sex|scam',
    'forced to',
    'sold to|into',
    'threatening|threatens|threatened|following|stalking|chasing me|us|my',
    'not|never|without … paid|pay|salary|wages',
    '{me} … scared|afraid|danger',
    '{me} … am? … victim',
    'want|how to escape|run_away|get_out',
    'escape',
    'in danger',
    'kill me|us|her',
  ],
};

/** At most so many words may stand where a pattern has `…`. */
const MAX_GAP = 2;

type Part = 'gap' | 'start' | 'end' | { phrases: PhraseTree<string>; optional: boolean };
type Pattern = readonly Part[];

const treeOfPhrases = (phrases: readonly string[]): PhraseTree<string> =>
  new PhraseTree(phrases.map((phrase) => [phrase, phrase]));

const trees = new Map<string, PhraseTree<string>>();
const treeOf = (token: string): PhraseTree<string> => {
  let tree = trees.get(token);
  if (!tree) {
    const phrases = token.split('|').flatMap((part) => {
      const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
      if (name === undefined) return [part];
      const named = classes[name];
      if (!named) throw new Error(`No class of words is named “${name}”.`);
      return named;
    });
    trees.set(token, (tree = treeOfPhrases(phrases)));
  }
  return tree;
};

const compile = (pattern: string): Pattern =>
  pattern.split(' ').map((token): Part => {
    if (token === '…') return 'gap';
    if (token === '^') return 'start';
    if (token === '$') return 'end';
    const optional = token.endsWith('?');
    return { phrases: treeOf(optional ? token.slice(0, -1) : token), optional };
  });

/** Whether the parts of a pattern from `part` on fit the words from `at` on. */
const fits = (pattern: Pattern, words: readonly Word[], at: number, part = 0): boolean => {
  const current = pattern[part];
  const rest = (place: number): boolean => fits(pattern, words, place, part + 1);
  if (current === undefined) return true;
  if (current === 'start') return at === 0 && rest(at);
  if (current === 'end') return at === words.length && rest(at);
  if (current === 'gap') {
    for (let place = at; place <= Math.min(at + MAX_GAP, words.length); place++) if (rest(place)) return true;
    return false;
  }
  return (current.optional && rest(at)) || current.phrases.matches(words, at).some(({ end }) => rest(end));
};

interface Compiled {
  /** In the order of their precedence: the first kind that fits decides which help is shown. */
  kinds: [kind: DistressKind, patterns: Pattern[]][];
  harmless: PhraseTree<string>;
  places: PhraseTree<string>;
}
let compiled: Compiled | undefined;
/** Compiled when the first query is typed. */
const expressions = (): Compiled =>
  (compiled ??= {
    kinds: (Object.keys(patterns) as DistressKind[]).map((kind) => [kind, patterns[kind].map(compile)]),
    harmless: treeOfPhrases(harmless),
    places: treeOf('{place}'),
  });

const UNKNOWN: Word = { encoded: '', folded: '' };

/** Words with each harmless compound as one word that no pattern knows. */
const withoutHarmless = (words: readonly Word[], compounds: PhraseTree<string>): Word[] => {
  const kept: Word[] = [];
  for (let at = 0; at < words.length;) {
    const end = Math.max(at, ...compounds.matches(words, at).map((match) => match.end));
    kept.push(end > at ? UNKNOWN : (words[at] ?? UNKNOWN));
    at = Math.max(end, at + 1);
  }
  return kept;
};

const kindOfText = (typed: string): DistressKind | undefined => {
  const { kinds, harmless, places } = expressions();
  const words = withoutHarmless(wordsOf(typed), harmless);
  const starts = [...words.keys()];
  const [kind] = kinds.find(([, all]) => all.some((pattern) => starts.some((at) => fits(pattern, words, at)))) ?? [];
  const abroad = starts.some((at) => places.matches(words, at).length > 0);
  return (kind === 'danger' || kind === 'missing') && abroad ? 'abroad' : kind;
};

/** What kind of distress a query shows: of what was typed, or of the first rewrite of it that shows any. Undefined where none does. */
export const distressKind = (...rewrites: string[]): DistressKind | undefined =>
  rewrites.map(kindOfText).find((kind) => kind !== undefined);

/** Whether a query shows distress of any kind, with or without diacritics. “cửu” and “cừu” are no “cứu”. */
export const showsDistress = (query: string): boolean => distressKind(query) !== undefined;
