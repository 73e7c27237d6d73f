import { firstOf } from '../lexicon/affixes.ts';
import { normalise } from '../text/normalise.ts';

/**
 * `If it is you, 482913`: what is said of a request that only the one who made it confirms, separated by commas. None
 * of them denies it: what follows "if it was not you" is a number to call.
 */
const phrases = `
  if it is you, if it's you, if its you, if this is you, if this's you, if this was you, if it was you, was it you, was this you, is this you
  is it you, if you asked, if you requested, if you agree, if you did, if so, if yes, if that's you, if that is you, if that was you
  wenn sie das sind, wenn sie es sind, wenn du das bist, wenn du es bist, wenn du das warst, wenn du es warst, falls du das warst
  falls du das bist, falls sie das waren, falls sie das sind, wenn sie das waren, waren sie das, warst du das, bist du das
  sind sie das, falls ja, wenn ja
  bent u dit, bent u het, ben jij dit, ben je dit, ben jij het, was jij dit, was u dit, als u dit bent, als u het bent
  als jij dit bent, als jij het bent, als je dit was, als u dit was, zo ja, indien ja, as dit jy is, as dit jy was, is dit jy
  si c'est vous, si c'est bien vous, si c'etait vous, si c'est toi, si c'est bien toi, si oui, si vous etes d'accord, c'est bien vous
  si eres tu, si fuiste tu, si fue usted, si es usted, si has sido tu, si sos vos, si fuiste vos, eres tu, fuiste tu
  en ese caso, en caso afirmativo, si estas de acuerdo, si lo pediste
  se foi voce, se for voce, se e voce, foi voce, e voce, se foste tu, se fores tu, es tu, se sim, em caso afirmativo
  se sei tu, se sei stato tu, se sei stata tu, se e lei, se e stato lei, sei tu, sei stato tu, in tal caso, in caso affermativo
  si ets tu, si has estat tu, si sou vos, si ha estat voste, ets tu, se es ti, se fuches ti, zu bazara, zu bazina, zu izan bazara
  daca esti tu, daca ai fost tu, daca sunteti dumneavoastra, daca sunteti dvs, tu esti, esti tu, daca da
  om det ar du, om det var du, ar det du, var det du, hvis det er deg, hvis det var deg, er det deg, var det deg
  hvis det er dig, hvis det var dig, er det dig, var det dig, ef thetta ert thu, ert thetta thu, varst thetta thu, ef thetta varst thu
  jos se olet sina, jos olet se sina, jos oot sa, jos oot se sa, jos se oot sa, jos olit se sina, jos se olit sina, oletko se sina
  kui see oled sina, kui see olid sina, kas see oled sina, kui see olete teie, kui see olite teie
  ja tas esi tu, ja tas esat jus, ja tas biji tu, ja tas bijat jus, vai tas esi tu, vai tas esat jus
  jei tai jus, jei tai tu, jei tai buvote jus, ar tai tu, ar tai jus
  jesli to ty, jesli to pan, jezeli to ty, czy to ty, to pan, jesli tak, jezeli tak
  pokud jste to vy, pokud jsi to ty, jestli jsi to ty, jestli jste to vy, jste to vy, jsi to ty, pokud ano, pokud jste o ni zadali
  ak ste to vy, ak si to ty, ste to vy, si to ty, ak ano, ak ste o nu ziadali
  ha on volt az, ha on az, ha te voltal, ha te vagy az, te vagy az, te voltal az, ha igen, ha on kerte, ha te kerted
  ce ste to vi, ce si to ti, si to ti, ste to vi, ako ste to vi, ako si to ti, jesi li to ti, jeste li to vi, ako se slazete
  ако сте то ви, ако си то ти, да ли сте то ви, ако сте вие, ако сте вие тоа, ако си ти, ако това сте вие, вие ли сте, ти ли си
  ако да, ако е ваша, если это вы, если это были вы, если это ты, это вы, это ты, если да, если вы согласны
  якщо це ви, якщо це ти, якщо це були ви, якщо саме ви, це ви, якщо так, калі гэта вы, калі гэта ты, калі так
  αν εισαι εσυ, αν ειστε εσεις, εσυ εισαι, εσεις ειστε, αν ναι, εαν ναι, an eisai esy, an eisai esu, an nai
  siz iseniz, sizseniz, sen isen, sensen, siz misiniz, sen misin, siz istediyseniz, eger bu sizsinizse, sizsinizse
  егер бул сиз болсаңыз, егер бұл сіз болсаңыз, бул сиз болсоңуз, agar bu siz bo'lsangiz, bu sizmi, хэрэв та бол, та мөн бол
  თუ ეს თქვენ ხართ, თუ ეს შენ ხარ, եթե դա դուք եք, եթե դուք եք, եթե դա դու ես
  إذا كنت أنت, إذا كان هذا أنت, إن كنت أنت, هل هذا أنت, لو انت, إذا كنت صاحب الطلب, אם זה אתה, אם זה את, אם זה אתם, זה אתה, אם זו את
  اگر شما هستید, اگر خودتان هستید, اگر خودتی, اگه خودتی, اگه خودتونید, اگر شما بودید, که تاسو یاست
  اگر یہ آپ ہیں, اگر آپ ہیں, اگر آپ ہی, agar aap hain, agar ye aap hain, agar ye tum ho, agar aap ho, agar tum ho, aap ho to
  अगर यह आप हैं, अगर ये आप हैं, यदि यह आप हैं, अगर आप ही, यदि आप ही, तुम्हीच असाल, तुम्ही असाल, तपाईं नै हो भने
  যদি আপনি হন, আপনি হলে, আপনিই হলে, আপনি হয়ে থাকলে, જો તમે જ, જો આ તમે, ਜੇ ਤੁਸੀਂ ਹੀ, ਜੇ ਇਹ ਤੁਸੀਂ
  நீங்கள் என்றால், நீங்களாக இருந்தால், నీవైతే, మీరే అయితే, మీరు అయితే, ನೀವೇ ಆದರೆ, ನೀವೇ ಆಗಿದ್ದರೆ, നിങ്ങളാണെങ്കിൽ, നിങ്ങൾ തന്നെയെങ്കിൽ
  ඔබ නම්, oya nam
  如果是您, 如果是你, 若是您, 若是你, 如是本人, 如为本人, 若為本人, 若为本人, 如係本人, 是您本人
  ご本人の場合, ご自身の場合, あなたの場合, 心当たりがある場合, 본인이 맞으면, 본인이 맞다면, 본인이라면, 본인인 경우, 본인이시면, 본인이 요청하셨다면
  หากเป็นคุณ, ถ้าเป็นคุณ, ถ้าใช่คุณ, หากใช่คุณ, ຖ້າແມ່ນທ່ານ, ຖ້າເປັນທ່ານ, បើជាអ្នក, ប្រសិនបើជាអ្នក, သင်ဖြစ်ပါက, သင်ဆိုလျှင်, သင်ဖြစ်လျှင်
  neu la ban, neu dung la ban, neu ban yeu cau, neu la quy khach, jika ini anda, jika itu anda, kalau ini kamu, kalau itu kamu, jika benar anda
  kalau memang kamu, kalau memang anda, jika ini kamu, jika ini benar, kung ikaw ito, kung ikaw yan, kung ikaw 'to, kung ikaw nga, ikaw ba ito, ikaw ba yan
  kama ni wewe, ikiwa ni wewe, idan kai ne, idan ke ce, uma kunguwe, uma nguwe, እርስዎ ከሆኑ, አንተ ከሆንክ, haddii ay adiga tahay, haddii adiga tahay
  mas tusa, os mai chi, ai chi, jekk int, jekk kont int, nese jeni ju, nese je ti, a jeni ju, je ti
`;

const spoken = normalise(phrases)
  .lower.trim()
  .split(/\s*[,\n]\s*/);

const endsInLetter = /[\p{L}\p{M}]$/u;

/** Finds one of them at the beginning of a word. */
export const ifYou = firstOf(spoken, (text, at) => !endsInLetter.test(text.slice(Math.max(0, at - 2), at)));
