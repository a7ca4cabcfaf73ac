/** Words without their line breaks and double spaces. */
export const flat = (text: string) => text.replace(/\s+/g, " ").trim()

/** Whether a quote stands word for word in an answer. */
export const standsIn = (answer: string, quote: string) => flat(answer).includes(flat(quote))
