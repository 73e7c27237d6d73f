/** By the sentences of electron/contract/settings.ts and api.ts; a test finds the ones that are missing. */
export const validation: Readonly<Record<string, string>> = {
  'A country is two letters, such as IN or US.': 'देश दो अक्षरों का होता है, जैसे IN या US।',
  'An amount such as 5 or 12.50.': 'कोई रकम लिखें, जैसे 5 या 12.50।',
  'A Bundle SID is BU followed by 32 digits or letters a to f.':
    'Bundle SID में BU के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'An Address SID is AD followed by 32 digits or letters a to f.':
    'Address SID में AD के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'An Identity SID is RI followed by 32 digits or letters a to f.':
    'Identity SID में RI के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'A whole number from 0 to 200; 0 means no pool.': '0 से 200 तक की पूर्ण संख्या; 0 का मतलब है कोई पूल नहीं।',
  'A whole number from 1 to 1000.': '1 से 1000 तक की पूर्ण संख्या।',
  'A number of seconds, from 0 to 600.': '0 से 600 तक सेकंड।',
  'Whole seconds, from 1 to 604800 (a week).': 'पूरे सेकंड, 1 से 604800 (एक हफ़्ता) तक।',
  'Whole seconds from 60 to 2592000 (30 days), or nothing.': '60 से 2592000 (30 दिन) तक पूरे सेकंड, या ख़ाली।',
  'Whole seconds, from 5 to 600.': '5 से 600 तक पूरे सेकंड।',
  'Whole seconds from 5 to 600, or nothing.': '5 से 600 तक पूरे सेकंड, या ख़ाली।',
  'Give the address alone, such as https://example.com or https://example.com/hooks.':
    'सिर्फ़ पता दें, जैसे https://example.com या https://example.com/hooks।',
  'Give the rule a name.': 'नियम को एक नाम दें।',
  'Give a pattern.': 'एक पैटर्न दें।',
  'A hundred rules are the most.': 'ज़्यादा से ज़्यादा सौ नियम हो सकते हैं।',
  'A domain such as my-name.ngrok-free.app, without https://.': 'एक डोमेन, जैसे my-name.ngrok-free.app, बिना https:// के।',
  'An area code is three digits (US and Canada only).': 'एरिया कोड तीन अंकों का होता है (सिर्फ़ अमेरिका और कनाडा)।',
  'Two to sixteen digits, letters or *, for example 415*55.': 'दो से सोलह अंक, अक्षर या *, जैसे 415*55।',
  'A Message SID is SM or MM followed by 32 digits or letters a to f.':
    'Message SID में SM या MM के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'A number such as +14155550123.': '+14155550123 जैसा नंबर डालें।',
  'A Phone Number SID is PN followed by 32 digits or letters a to f.':
    'Phone Number SID में PN के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'An Account SID is AC followed by 32 digits or letters a to f.':
    'Account SID में AC के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
  'This begins with SK: it is the SID of an API key. The Account SID begins with AC; the Twilio Console shows it on its first page.':
    'यह SK से शुरू होता है: यह किसी API key का SID है। Account SID AC से शुरू होता है; Twilio Console के पहले पेज पर वह दिखता है।',
  'An Auth Token is 32 digits and letters; copy it whole from the Twilio Console.':
    'Auth Token 32 अंकों और अक्षरों का होता है; उसे Twilio Console से पूरा कॉपी करें।',
  'An ngrok authtoken is a long row of letters, digits and _; copy it whole from the ngrok dashboard.':
    'ngrok authtoken अक्षरों, अंकों और _ की एक लंबी कड़ी है; उसे ngrok डैशबोर्ड से पूरा कॉपी करें।',
  'Hold Ctrl, Alt or the Command or Windows key, and press a letter, a digit or F1 to F24.':
    'Ctrl, Alt, Command या Windows कुंजी दबाए रखें, और कोई अक्षर, अंक या F1 से F24 दबाएँ।',
  'Mark the code in the text first.': 'पहले टेक्स्ट में कोड चुनें।',
};
