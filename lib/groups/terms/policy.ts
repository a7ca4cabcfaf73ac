export { mayKeepGroups as mayKeepTerms } from "../policy"
