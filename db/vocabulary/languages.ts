import { say } from "../../lib/words"

/** A language in which a consultation may be asked besides English: its English name, its own, how it’s written, and “You can answer in it.” in it. */
type Language = { name: string; own: string; rightToLeft?: true; canAnswer: string }

/** Welsh first, then those most used in the UK whose letters our papers can print, by their English names. Keys as in HTML. */
export const LANGUAGES = {
  cy: { name: say("Welsh"), own: "Cymraeg", canAnswer: "Gallwch ateb yn Gymraeg." },
  ar: {
    ...{ name: say("Arabic"), own: "العربية", rightToLeft: true },
    canAnswer: "يمكنكم الإجابة باللغة العربية.",
  },
  bn: { name: say("Bengali"), own: "বাংলা", canAnswer: "আপনি বাংলায় উত্তর দিতে পারেন।" },
  bg: { name: say("Bulgarian"), own: "Български", canAnswer: "Можете да отговорите на български." },
  fr: { name: say("French"), own: "Français", canAnswer: "Vous pouvez répondre en français." },
  gu: { name: say("Gujarati"), own: "ગુજરાતી", canAnswer: "તમે ગુજરાતીમાં જવાબ આપી શકો છો." },
  ga: { name: say("Irish"), own: "Gaeilge", canAnswer: "Is féidir leat freagra a thabhairt i nGaeilge." },
  it: { name: say("Italian"), own: "Italiano", canAnswer: "Potete rispondere in italiano." },
  lt: { name: say("Lithuanian"), own: "Lietuvių", canAnswer: "Galite atsakyti lietuviškai." },
  pa: { name: say("Panjabi"), own: "ਪੰਜਾਬੀ", canAnswer: "ਤੁਸੀਂ ਪੰਜਾਬੀ ਵਿੱਚ ਜਵਾਬ ਦੇ ਸਕਦੇ ਹੋ।" },
  fa: {
    ...{ name: say("Persian (Farsi)"), own: "فارسی", rightToLeft: true },
    canAnswer: "می‌توانید به فارسی پاسخ دهید.",
  },
  pl: { name: say("Polish"), own: "Polski", canAnswer: "Można odpowiedzieć po polsku." },
  pt: { name: say("Portuguese"), own: "Português", canAnswer: "Pode responder em português." },
  ro: { name: say("Romanian"), own: "Română", canAnswer: "Puteți răspunde în română." },
  gd: { name: say("Scottish Gaelic"), own: "Gàidhlig", canAnswer: "Faodaidh sibh freagairt sa Ghàidhlig." },
  so: { name: say("Somali"), own: "Soomaali", canAnswer: "Waxaad ku jawaabi kartaa Af-Soomaali." },
  es: { name: say("Spanish"), own: "Español", canAnswer: "Puede responder en español." },
  ta: { name: say("Tamil"), own: "தமிழ்", canAnswer: "நீங்கள் தமிழில் பதிலளிக்கலாம்." },
  tr: { name: say("Turkish"), own: "Türkçe", canAnswer: "Türkçe yanıt verebilirsiniz." },
  uk: { name: say("Ukrainian"), own: "Українська", canAnswer: "Ви можете відповісти українською." },
  ur: {
    ...{ name: say("Urdu"), own: "اردو", rightToLeft: true },
    canAnswer: "آپ اردو میں جواب دے سکتے ہیں۔",
  },
} as const satisfies Record<string, Language>
