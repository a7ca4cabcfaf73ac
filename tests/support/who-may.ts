/** Who may do more than look: unless it stands below, whatever a form does is for workers and managers. */
const KEEPERS = ["worker", "manager"]

const only = (who: string[], folder: string, names = "") =>
  names.split(" ").map((name) => [`${folder}: ${name}`, who] as const)

const MANAGER = ["manager"]
const LEAD = ["lead"]
const LEAD_TOO = ["lead", ...KEEPERS]
/** Who is in a network: members, and staff at every level. */
const MEMBERS = ["rep", "lead", "viewer", ...KEEPERS]

const OTHERWISE = new Map<string, string[]>([
  ...only(MANAGER, "settings", "describeForm chooseColourForm removeLogoForm addPlacesForm"),
  ...only(MANAGER, "settings", "addNeighbourhoodForm removeAreaForm ownPagesForm directoryForm"),
  ...only(MANAGER, "settings", "inviteForm inviteAgainForm changeLevelForm endStaffForm"),
  ...only(
    MANAGER,
    "settings/fields",
    "addFieldForm changeFieldForm moveFieldForm retireFieldForm offerFieldForm",
  ),
  ...only(MANAGER, "settings/memberships", "addTypeForm changeTypeForm retireTypeForm offerTypeForm"),
  ...only(MANAGER, "settings/services", "addServiceForm changeServiceForm setServiceForm moveServiceForm"),
  ...only(
    MANAGER,
    "settings/sources",
    "addSourceForm changeSourceForm setSourceForm checkSourceForm removeSourceForm",
  ),
  ...only(MANAGER, "guides/manage", "retireGuideForm restoreGuideForm hideGuideForm showGuideForm"),
  ...only(MANAGER, "settings/places", "resolveForm"),
  ...only(
    MANAGER,
    "settings/start",
    "acceptStartersForm loadExamplesForm removeExamplesForm restoreChecklistForm",
  ),
  ...only(MANAGER, "settings/start", "nameAreasForm"),
  ...only(MANAGER, "settings/address", "askToConfirmForm correctAddressForm"),
  ...only(MANAGER, "settings/email", "sendTestEmailForm"),
  ...only(MANAGER, "settings", "papersForm"),
  ...only(MANAGER, "representations/[id]", "answerPartnerForm"),
  ...only(["viewer", ...KEEPERS], "representations/[id]", "remarkForm"),
  ...only(MANAGER, "home", "dismissChecklistForm"),
  ...only(MANAGER, "cases", "letInForm"),
  ...only(MANAGER, "health-checks", "saveSetForm offerSetForm"),
  ...only(MANAGER, "_parts", "lockViewForm"),
  ...only(
    LEAD_TOO,
    "groups",
    "changeAboutForm changeAnswersForm changeContactForm changeDirectoryForm changeSizeForm",
  ),
  ...only(LEAD_TOO, "groups", "confirmGroupForm addPersonForm withdrawInvitationForm setMainContactForm"),
  ...only(LEAD_TOO, "groups", "endRoleForm setSpeakingForm"),
  ...only(LEAD_TOO, "files", "changeFileForm removeFileForm"),
  ...only(LEAD_TOO, "networks", "leaveForm takeOutForm"),
  ...only(LEAD, "groups", "withdrawProposalForm"),
  ...only(LEAD, "memberships", "askForGroupForm"),
  ...only(LEAD, "board-meetings", "raiseForm takeQuestionBackForm"),
  ...only(["rep", ...KEEPERS], "board-meetings", "replyToRaisedForm saveReportForm"),
  ...only(["rep", ...KEEPERS], "representing", "declareForm handOverForm"),
  ...only(LEAD, "networks", "joinForm"),
  ...only(LEAD, "consultations/[id]/answer", "copyForm consentForm signingRuleForm"),
  ...only(LEAD, "consultations/[id]/passages", "notQuotedForm"),
  ...only(LEAD_TOO, "consultations/[id]/answer", "saveAnswerForm tellLeadForm signOffForm declineForm"),
  ...only(LEAD, "consultations/[id]/answer", "commentForm removeCommentForm"),
  ...only(LEAD_TOO, "consultations/[id]/answer", "voteForm proposeForm"),
  ...only(MEMBERS, "networks", "watchForm topicForm replyForm watchTopicForm reportForm editPostForm"),
  // Their own calendar, whoever they are here.
  ...only(MEMBERS, "calendar", "renewOwnCalendarForm"),
  ...only(LEAD, "opportunities/[id]/interest", "expressInterestForm withdrawInterestForm"),
  ...only(LEAD, "consortia", "formConsortiumForm askGroupForm acceptInvitationForm declineInvitationForm"),
  ...only(
    LEAD,
    "consortia",
    "leaveConsortiumForm handLeadForm dissolveConsortiumForm letInForm agreeTermsForm",
  ),
  ...only(
    LEAD,
    "consortia",
    "submitConsortiumBidForm decideConsortiumBidForm withdrawInvitationForm removeFromConsortiumForm",
  ),
  // The worker of the demo was let into the room by name.
  ...only(["lead", "worker"], "consortia", "enterRoomForm stepOutForm proposeTermsForm noteDecisionForm"),
  ...only(["lead", "worker"], "consortia", "addConsortiumTaskForm finishConsortiumTaskForm sayInRoomForm"),
  ...only(["lead", "worker"], "consortia", "tellFeedbackForm"),
  ...only(LEAD_TOO, "groups/[id]/bidding", "sayBiddingConsentForm"),
  ...only(MEMBERS, "opportunities/alerts", "saveAlertForm removeAlertForm"),
  ...only(MEMBERS, "preferences", "choosePreferencesForm"),
  // Of their own, so whoever has none throws nothing away.
  ...only(["public", ...MEMBERS], "sessions", "discardDraftForm"),
])

/** Which of those who walk may get past the guards of an action ("folder: name"). */
export const whoMay = (action: string) => OTHERWISE.get(action) ?? KEEPERS

/** Every action that stands here by name. */
export const NAMED = [...OTHERWISE.keys()]

/** Forms outside any LIO: sign-in, and those that a link or nobody's sign-in opens (tests/attacks, tests of their rooms). */
export const OUTSIDE = [
  "(front)/actions.ts: askForLinkForm",
  "(front)/actions.ts: signOutForm",
  "(front)/actions.ts: endSessionForm",
  "(front)/actions.ts: switchRoleForm",
  "(front)/set-up/actions.ts: setUpForm",
  "[lio]/consultations/[id]/enter/actions.ts: startForm",
  "[lio]/events/actions.ts: bookForm",
  "[lio]/events/actions.ts: givePlaceBackByLinkForm",
  "[lio]/events/actions.ts: judgeByLinkForm",
  "[lio]/events/actions.ts: sayNeedsByLinkForm",
  "[lio]/events/actions.ts: takePlaceByLinkForm",
  "[lio]/have-your-say/actions.ts: confirmByLinkForm",
  "[lio]/have-your-say/actions.ts: sayForm",
  "[lio]/groups/actions.ts: confirmByLinkForm",
  "[lio]/guides/actions.ts: remarkForm",
  "[lio]/elections/actions.ts: agreeForm",
  "[lio]/elections/actions.ts: appealForm",
  "[lio]/elections/actions.ts: endorseForm",
  "[lio]/elections/actions.ts: handOverForm",
  "[lio]/elections/actions.ts: nominateForm",
  "[lio]/elections/actions.ts: receiptForm",
  "[lio]/elections/actions.ts: voteForm",
  "[lio]/elections/actions.ts: withdrawForm",
  "[lio]/health-checks/actions.ts: addStepByLinkForm",
  "[lio]/health-checks/actions.ts: answerByLinkForm",
  "[lio]/health-checks/actions.ts: askForSessionByLinkForm",
  "[lio]/health-checks/actions.ts: finishStepByLinkForm",
  "[lio]/health-checks/actions.ts: handInByLinkForm",
  "[lio]/health-checks/actions.ts: shareByLinkForm",
  "[lio]/representations/actions.ts: acknowledgeByLinkForm",
  "[lio]/representations/actions.ts: answerByLinkForm",
  "[lio]/invitation/actions.ts: answerInvitationForm",
  "[lio]/join/actions.ts: joinForm",
  "[lio]/tell-us/actions.ts: tellForm",
  "[lio]/memberships/renew/actions.ts: renewByLinkForm",
  "[lio]/preferences/actions.ts: choosePreferencesByLinkForm",
  "[lio]/preferences/actions.ts: stopForm",
  "kit/actions.ts: refuseForm",
]
