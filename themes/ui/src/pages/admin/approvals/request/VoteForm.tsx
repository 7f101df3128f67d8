/* SPDX-License-Identifier: Apache-2.0 */
import {
  Checkbox,
  DescriptionList,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  List,
  ListItem,
  TextArea,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { AccessRequest } from "../../../../api/types";
import { period } from "../../../../components/text/timeWords";
import { isShortened, limit, shorterThan, shortest } from "../durations";
import type { Draft } from "../draft";
import { Item } from "../list/Item";
import { Extension } from "./Extension";
import { ReasonFacts } from "./RequestFacts";

/** As much as the server takes. */
const LONGEST_COMMENT = 2000;

const Reason = ({ request }: { request: AccessRequest }) => (
  <DescriptionList isCompact>
    <ReasonFacts request={request} />
  </DescriptionList>
);

type VoteFormProps = {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** What may be decided. */
  requests: AccessRequest[];
  /** What belongs to it and may not, with the reason. */
  others: { request: AccessRequest; why: string }[];
};

export const VoteForm = ({
  draft,
  onChange,
  requests,
  others,
}: VoteFormProps) => {
  const { t, i18n } = useTranslation();
  const { choice, ids, comment, duration } = draft;
  const approves = choice === "APPROVE";
  const steps = approves ? shorterThan(requests) : [];
  const [first] = requests;
  const isSame = requests.every(
    ({ justification, ticket }) =>
      justification === first?.justification && ticket === first.ticket,
  );
  const item = (request: AccessRequest) => (
    <Item
      request={request}
      duration={approves ? shortest(request, duration) : undefined}
    >
      {approves && <Extension request={request} chosen={duration} />}
      {!isSame && <Reason request={request} />}
    </Item>
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {isSame && first && <Reason request={first} />}
      <FormGroup role="group" label={t(`dataAccessDecides.${choice}`)}>
        {requests.map((request) =>
          requests.length === 1 ? (
            <div key={request.id}>{item(request)}</div>
          ) : (
            <Checkbox
              key={request.id}
              id={`decide-${request.id}`}
              label={item(request)}
              isChecked={ids.includes(request.id)}
              onChange={(_, isIn) => {
                const rest = ids.filter((id) => id !== request.id);
                onChange({
                  ...draft,
                  ids: isIn ? [...rest, request.id] : rest,
                });
              }}
            />
          ),
        )}
      </FormGroup>
      {others.length > 0 && (
        <FormGroup role="group" label={t("dataAccessLeftOut")}>
          <List isPlain>
            {others.map(({ request, why }) => (
              <ListItem key={request.id}>
                <Item request={request} />
                <div>{why}</div>
              </ListItem>
            ))}
          </List>
        </FormGroup>
      )}
      {steps.length > 0 && (
        <FormGroup label={t("dataAccessDuration")} fieldId="decide-duration">
          <FormSelect
            id="decide-duration"
            value={duration}
            onChange={(_, chosen) => {
              onChange({ ...draft, duration: chosen });
            }}
          >
            <FormSelectOption
              value=""
              label={t(
                requests.some(isShortened)
                  ? "dataAccessAsShortened"
                  : requests.some(limit)
                    ? "dataAccessAsLimited"
                    : "dataAccessAsAsked",
              )}
            />
            {steps.map((step) => (
              <FormSelectOption
                key={step}
                value={step}
                label={t("dataAccessNotLonger", {
                  duration: period(step, i18n.language),
                })}
              />
            ))}
          </FormSelect>
        </FormGroup>
      )}
      <FormGroup
        label={t("dataAccessComment")}
        fieldId="decide-comment"
        isRequired={!approves}
      >
        <TextArea
          id="decide-comment"
          value={comment}
          maxLength={LONGEST_COMMENT}
          rows={3}
          resizeOrientation="vertical"
          isRequired={!approves}
          aria-describedby="decide-comment-help"
          onChange={(_, text) => {
            onChange({ ...draft, comment: text });
          }}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem id="decide-comment-help">
              {t(`dataAccessCommentHelp.${choice}`)}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
    </Form>
  );
};
