/** May change the LIO’s own word lists: staff who keep the groups. */
export { mayEdit as mayKeepTerms } from "../access/may"
