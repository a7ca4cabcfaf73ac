/** Keeps in mind that Trellis is just being set up, from one form of the page to the next. */
export const First = () => <input type="hidden" name="first" value="1" />
