export { mayEdit as mayMergeGroups } from "../access/may"
export { maySeeGroups as maySeeDuplicates } from "../groups/policy"
