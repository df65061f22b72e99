CREATE TABLE act (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    user_id UUID,
    device TEXT,
    label_key TEXT NOT NULL,
    label_values TEXT DEFAULT '{}' NOT NULL,
    undoes UUID,
    rules_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_act PRIMARY KEY (id)
);

CREATE TABLE activity (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    activity_type_id UUID NOT NULL,
    subject TEXT NOT NULL,
    text TEXT,
    contact_id UUID,
    opportunity_id UUID,
    campaign_id UUID,
    user_id UUID,
    planned_start_at TIMESTAMP WITH TIME ZONE,
    planned_end_at TIMESTAMP WITH TIME ZONE,
    due_at TIMESTAMP WITH TIME ZONE,
    done_at TIMESTAMP WITH TIME ZONE,
    result TEXT,
    location TEXT,
    mandatory BOOLEAN DEFAULT false NOT NULL,
    stage_activity_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT ck_activity_planned_end_at CHECK (planned_end_at >= planned_start_at)
);

CREATE TABLE activity_type (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    kind TEXT NOT NULL,
    icon TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_activity_type PRIMARY KEY (id),
    CONSTRAINT ck_activity_type_kind CHECK (kind IN ('call', 'email', 'meeting', 'visit', 'note', 'to_do'))
);

CREATE TABLE address_type (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_address_type PRIMARY KEY (id)
);

CREATE TABLE agent (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    user_id UUID,
    team_id UUID,
    zone_id UUID,
    email TEXT,
    phone TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_agent PRIMARY KEY (id)
);

CREATE TABLE app_user (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    company_id UUID,
    team_id UUID,
    language TEXT,
    origin_system TEXT,
    origin_key TEXT,
    retired_at TIMESTAMP WITH TIME ZONE,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_app_user PRIMARY KEY (id)
);

CREATE TABLE campaign (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    company_id UUID NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_on DATE,
    ends_on DATE,
    description TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_campaign PRIMARY KEY (id),
    CONSTRAINT ck_campaign_ends_on CHECK (ends_on >= starts_on)
);

CREATE TABLE change (
    seq BIGINT GENERATED ALWAYS AS IDENTITY,
    act_id UUID NOT NULL,
    table_name TEXT NOT NULL,
    row_id UUID NOT NULL,
    op TEXT NOT NULL,
    cells JSONB,
    team_id UUID,
    old_team_id UUID,
    origin TEXT DEFAULT 'local' NOT NULL,
    batch BIGINT,
    CONSTRAINT pk_change PRIMARY KEY (seq),
    CONSTRAINT ck_change_op CHECK (op IN ('insert', 'update', 'delete')),
    CONSTRAINT ck_change_origin CHECK (origin IN ('local', 'pull'))
);

CREATE TABLE closing_reason (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    sign BIGINT NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_closing_reason PRIMARY KEY (id),
    CONSTRAINT ck_closing_reason_sign CHECK (sign IN (-1, 1))
);

CREATE TABLE commercial_category (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_commercial_category PRIMARY KEY (id)
);

CREATE TABLE company (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    currency_code TEXT NOT NULL,
    country_code TEXT,
    vat_number TEXT,
    fiscal_year_start_month BIGINT DEFAULT 1 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_company PRIMARY KEY (id)
);

CREATE TABLE competitor (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    website TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_competitor PRIMARY KEY (id)
);

CREATE TABLE contact (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    name TEXT NOT NULL,
    contact_type_id UUID NOT NULL,
    person BOOLEAN DEFAULT false NOT NULL,
    vat_number TEXT,
    tax_code TEXT,
    certified_mail TEXT,
    e_invoice_code TEXT,
    legal_form TEXT,
    brand TEXT,
    website TEXT,
    language TEXT,
    currency_code TEXT,
    country_code TEXT,
    agent_id UUID,
    origin_id UUID,
    quality_id UUID,
    sector_id UUID,
    commercial_category_id UUID,
    parent_id UUID,
    founded_year BIGINT,
    statistical_year BIGINT,
    turnover_minor BIGINT,
    employees BIGINT,
    payment_terms_id UUID,
    price_list_id UUID,
    discount TEXT,
    opening_hours TEXT,
    workflow_id UUID,
    stage_id UUID,
    lead_on DATE,
    customer_on DATE,
    customer_until_on DATE,
    closed_on DATE,
    closing_reason_id UUID,
    description TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT ck_contact_name CHECK (length(name) > 0),
    CONSTRAINT ck_contact_employees CHECK (employees >= 0)
);

CREATE TABLE contact_address (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    address_type_id UUID,
    main BOOLEAN DEFAULT false NOT NULL,
    street TEXT,
    postal_code TEXT,
    city TEXT,
    province TEXT,
    region TEXT,
    country_code TEXT,
    latitude_millionths BIGINT,
    longitude_millionths BIGINT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_address PRIMARY KEY (id),
    CONSTRAINT ck_contact_address_latitude CHECK (latitude_millionths BETWEEN -90000000 AND 90000000),
    CONSTRAINT ck_contact_address_longitude CHECK (longitude_millionths BETWEEN -180000000 AND 180000000)
);

CREATE TABLE contact_agent (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    agent_id UUID NOT NULL,
    zone_id UUID,
    commission_hundredths BIGINT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_agent PRIMARY KEY (id)
);

CREATE TABLE contact_channel (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    main BOOLEAN DEFAULT false NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_channel PRIMARY KEY (id),
    CONSTRAINT ck_contact_channel_kind CHECK (kind IN ('phone', 'mobile', 'fax', 'email'))
);

CREATE TABLE contact_competitor (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    competitor_id UUID NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_competitor PRIMARY KEY (id)
);

CREATE TABLE contact_note (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    note_type_id UUID,
    written_on DATE NOT NULL,
    text TEXT NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_note PRIMARY KEY (id)
);

CREATE TABLE contact_scope (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    scope TEXT NOT NULL,
    consent BOOLEAN NOT NULL,
    consent_on DATE,
    consent_source TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_scope PRIMARY KEY (id),
    CONSTRAINT ck_contact_scope_scope CHECK (scope IN ('offers', 'newsletters'))
);

CREATE TABLE contact_tag (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    tag_id UUID NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_tag PRIMARY KEY (id)
);

CREATE TABLE contact_team (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    team_id UUID NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_team PRIMARY KEY (id)
);

CREATE TABLE contact_type (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    kind TEXT NOT NULL,
    workflow_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_contact_type PRIMARY KEY (id),
    CONSTRAINT ck_contact_type_kind CHECK (kind IN ('contact', 'prospect', 'lead', 'customer', 'supplier'))
);

CREATE TABLE currency (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    decimals BIGINT DEFAULT 2 NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_currency PRIMARY KEY (id),
    CONSTRAINT uq_currency_code UNIQUE (code),
    CONSTRAINT ck_currency_decimals CHECK (decimals BETWEEN 0 AND 4)
);

CREATE TABLE exchange_rate (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    base_code TEXT NOT NULL,
    currency_code TEXT NOT NULL,
    valid_on DATE NOT NULL,
    rate_millionths BIGINT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_exchange_rate PRIMARY KEY (id),
    CONSTRAINT ck_exchange_rate_positive CHECK (rate_millionths > 0)
);

CREATE TABLE extra_field (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    record_kind TEXT NOT NULL,
    kind TEXT NOT NULL,
    choices TEXT,
    opportunity_type_id UUID,
    mandatory_from_stage_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_extra_field PRIMARY KEY (id),
    CONSTRAINT ck_extra_field_kind CHECK (kind IN ('text', 'number', 'money', 'day', 'flag', 'choice', 'user', 'contact'))
);

CREATE TABLE extra_value (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    record_id UUID NOT NULL,
    field_id UUID NOT NULL,
    value TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_extra_value PRIMARY KEY (id)
);

CREATE TABLE log_text (
    length BIGINT NOT NULL,
    hash TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_log_text PRIMARY KEY (length, hash)
);

CREATE TABLE note_type (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_note_type PRIMARY KEY (id)
);

CREATE TABLE number_counter (
    series_id UUID NOT NULL,
    company_id UUID NOT NULL,
    year BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    CONSTRAINT pk_number_counter PRIMARY KEY (series_id, company_id, year)
);

CREATE TABLE number_series (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    pattern TEXT NOT NULL,
    by_year BOOLEAN DEFAULT true NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_number_series PRIMARY KEY (id)
);

CREATE TABLE opportunity (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    type_id UUID NOT NULL,
    company_id UUID NOT NULL,
    number TEXT NOT NULL,
    provisional_number TEXT,
    title TEXT NOT NULL,
    contact_id UUID NOT NULL,
    created_on DATE NOT NULL,
    closed_on DATE,
    agent_id UUID,
    user_id UUID,
    currency_code TEXT NOT NULL,
    probability_id UUID,
    probability_by_hand BOOLEAN DEFAULT false NOT NULL,
    quality_id UUID,
    workflow_id UUID,
    stage_id UUID,
    outcome TEXT DEFAULT 'open' NOT NULL,
    closing_reason_id UUID,
    closing_description TEXT,
    gross_minor BIGINT,
    discount_minor BIGINT,
    net_minor BIGINT,
    ebit_minor BIGINT,
    expected_order_on DATE,
    expected_delivery_on DATE,
    expected_invoice_on DATE,
    expected_close_on DATE,
    campaign_id UUID,
    origin_id UUID,
    priority BIGINT DEFAULT 0 NOT NULL,
    description TEXT,
    last_activity_at TIMESTAMP WITH TIME ZONE,
    next_activity_at TIMESTAMP WITH TIME ZONE,
    stage_since_on DATE,
    touched_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity PRIMARY KEY (id),
    CONSTRAINT ck_opportunity_outcome CHECK (outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_opportunity_closed_on CHECK ((outcome = 'open') = (closed_on IS NULL)),
    CONSTRAINT ck_opportunity_priority CHECK (priority BETWEEN 0 AND 3),
    CONSTRAINT ck_opportunity_number CHECK (length(number) > 0)
);

CREATE TABLE opportunity_competitor (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    opportunity_id UUID NOT NULL,
    competitor_id UUID NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_competitor PRIMARY KEY (id)
);

CREATE TABLE opportunity_line (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    opportunity_id UUID NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    product_family_id UUID,
    product_id UUID,
    description TEXT,
    gross_minor BIGINT,
    discount_minor BIGINT,
    net_minor BIGINT,
    expected_revenue_minor BIGINT,
    expected_order_on DATE,
    expected_delivery_on DATE,
    expected_invoice_on DATE,
    closed_on DATE,
    note TEXT,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_line PRIMARY KEY (id)
);

CREATE TABLE opportunity_tag (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    opportunity_id UUID NOT NULL,
    tag_id UUID NOT NULL,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_tag PRIMARY KEY (id)
);

CREATE TABLE opportunity_type (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    workflow_id UUID,
    number_series_id UUID NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_opportunity_type PRIMARY KEY (id)
);

CREATE TABLE origin (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_origin PRIMARY KEY (id)
);

CREATE TABLE parameter (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    value TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_parameter PRIMARY KEY (id)
);

CREATE TABLE payment_terms (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    days BIGINT DEFAULT 30 NOT NULL,
    end_of_month BOOLEAN DEFAULT false NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_payment_terms PRIMARY KEY (id)
);

CREATE TABLE price_list (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    currency_code TEXT NOT NULL,
    valid_from_on DATE,
    valid_to_on DATE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_price_list PRIMARY KEY (id)
);

CREATE TABLE probability (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    percent BIGINT NOT NULL,
    colour TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_probability PRIMARY KEY (id),
    CONSTRAINT ck_probability_percent CHECK (percent BETWEEN 0 AND 100)
);

CREATE TABLE product (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    family_id UUID,
    unit_id UUID,
    vat_rate_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product PRIMARY KEY (id)
);

CREATE TABLE product_family (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    parent_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product_family PRIMARY KEY (id)
);

CREATE TABLE product_price (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    product_id UUID NOT NULL,
    price_list_id UUID,
    currency_code TEXT NOT NULL,
    price_minor BIGINT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_product_price PRIMARY KEY (id)
);

CREATE TABLE progress (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    opportunity_id UUID NOT NULL,
    moved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    user_id UUID,
    from_stage_id UUID,
    to_stage_id UUID,
    from_probability_id UUID,
    to_probability_id UUID,
    from_by_hand BOOLEAN,
    to_by_hand BOOLEAN,
    from_outcome TEXT,
    to_outcome TEXT,
    days_in_stage BIGINT,
    origin_system TEXT,
    origin_key TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_progress PRIMARY KEY (id),
    CONSTRAINT ck_progress_from_outcome CHECK (from_outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_progress_to_outcome CHECK (to_outcome IN ('open', 'won', 'lost'))
);

CREATE TABLE quality (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    stars BIGINT NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_quality PRIMARY KEY (id),
    CONSTRAINT ck_quality_stars CHECK (stars BETWEEN 1 AND 5)
);

CREATE TABLE reference (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    contact_id UUID NOT NULL,
    name TEXT NOT NULL,
    job_title TEXT,
    phone TEXT,
    email TEXT,
    main BOOLEAN DEFAULT false NOT NULL,
    note TEXT,
    team_id UUID,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_reference PRIMARY KEY (id)
);

CREATE TABLE role (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id)
);

CREATE TABLE role_right (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    role_id UUID NOT NULL,
    record_kind TEXT NOT NULL,
    may_see BOOLEAN NOT NULL,
    may_create BOOLEAN NOT NULL,
    may_change BOOLEAN NOT NULL,
    may_delete BOOLEAN NOT NULL,
    scope TEXT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_role_right PRIMARY KEY (id),
    CONSTRAINT ck_role_right_scope CHECK (scope IN ('own', 'team', 'all'))
);

CREATE TABLE saved_view (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    user_id UUID,
    role_id UUID,
    is_default BOOLEAN DEFAULT false NOT NULL,
    content TEXT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id),
    CONSTRAINT ck_saved_view_audience CHECK (user_id IS NULL OR role_id IS NULL)
);

CREATE TABLE sector (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_sector PRIMARY KEY (id)
);

CREATE TABLE setting (
    user_id UUID NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (user_id, name)
);

CREATE TABLE stage (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    workflow_id UUID NOT NULL,
    colour TEXT,
    initial BOOLEAN DEFAULT false NOT NULL,
    final BOOLEAN DEFAULT false NOT NULL,
    outcome TEXT DEFAULT 'open' NOT NULL,
    probability_id UUID,
    days_allowed BIGINT,
    stale_days BIGINT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage PRIMARY KEY (id),
    CONSTRAINT ck_stage_outcome CHECK (outcome IN ('open', 'won', 'lost')),
    CONSTRAINT ck_stage_days_allowed CHECK (days_allowed > 0),
    CONSTRAINT ck_stage_stale_days CHECK (stale_days > 0)
);

CREATE TABLE stage_activity (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    stage_id UUID NOT NULL,
    activity_type_id UUID NOT NULL,
    next_activity_type_id UUID,
    subject TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    mandatory BOOLEAN DEFAULT false NOT NULL,
    creates_task BOOLEAN DEFAULT true NOT NULL,
    due_after_days BIGINT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_activity PRIMARY KEY (id)
);

CREATE TABLE stage_field (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    stage_id UUID NOT NULL,
    field_name TEXT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_field PRIMARY KEY (id)
);

CREATE TABLE stage_role (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    stage_id UUID NOT NULL,
    role_id UUID NOT NULL,
    may_edit BOOLEAN NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_stage_role PRIMARY KEY (id)
);

CREATE TABLE tag (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    colour TEXT,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_tag PRIMARY KEY (id)
);

CREATE TABLE target (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    team_id UUID,
    month_on DATE NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency_code TEXT NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_target PRIMARY KEY (id)
);

CREATE TABLE team (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    manager_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_team PRIMARY KEY (id)
);

CREATE TABLE team_member (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    team_id UUID NOT NULL,
    user_id UUID NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_team_member PRIMARY KEY (id)
);

CREATE TABLE transition (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    from_stage_id UUID NOT NULL,
    to_stage_id UUID NOT NULL,
    automatic BOOLEAN DEFAULT false NOT NULL,
    role_id UUID,
    condition TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_transition PRIMARY KEY (id)
);

CREATE TABLE unit (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id)
);

CREATE TABLE user_role (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    user_id UUID NOT NULL,
    role_id UUID NOT NULL,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_user_role PRIMARY KEY (id)
);

CREATE TABLE vat_rate (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    rate_hundredths BIGINT NOT NULL,
    valid_from_on DATE,
    valid_to_on DATE,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_vat_rate PRIMARY KEY (id),
    CONSTRAINT ck_vat_rate_rate CHECK (rate_hundredths BETWEEN 0 AND 10000)
);

CREATE TABLE workflow (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    record_kind TEXT DEFAULT 'opportunity' NOT NULL,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_workflow PRIMARY KEY (id),
    CONSTRAINT ck_workflow_kind CHECK (record_kind IN ('opportunity', 'contact', 'campaign'))
);

CREATE TABLE zone (
    id UUID DEFAULT gen_random_uuid() NOT NULL,
    code TEXT NOT NULL,
    description TEXT NOT NULL,
    position BIGINT DEFAULT 0 NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    parent_id UUID,
    origin_system TEXT,
    origin_key TEXT,
    entered_by_id UUID,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    changed_by_id UUID,
    deleted_at TIMESTAMP WITH TIME ZONE,
    row_version BIGINT DEFAULT 1 NOT NULL,
    CONSTRAINT pk_zone PRIMARY KEY (id)
);

ALTER TABLE activity ADD CONSTRAINT fk_activity_activity_type_id FOREIGN KEY(activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_stage_activity_id FOREIGN KEY(stage_activity_id) REFERENCES stage_activity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD CONSTRAINT fk_activity_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity_type ADD CONSTRAINT fk_activity_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity_type ADD CONSTRAINT fk_activity_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE address_type ADD CONSTRAINT fk_address_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE address_type ADD CONSTRAINT fk_address_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agent ADD CONSTRAINT fk_agent_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agent ADD CONSTRAINT fk_agent_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agent ADD CONSTRAINT fk_agent_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agent ADD CONSTRAINT fk_agent_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agent ADD CONSTRAINT fk_agent_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app_user ADD CONSTRAINT fk_app_user_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app_user ADD CONSTRAINT fk_app_user_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app_user ADD CONSTRAINT fk_app_user_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE app_user ADD CONSTRAINT fk_app_user_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE campaign ADD CONSTRAINT fk_campaign_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE campaign ADD CONSTRAINT fk_campaign_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE campaign ADD CONSTRAINT fk_campaign_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE campaign ADD CONSTRAINT fk_campaign_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE change ADD CONSTRAINT fk_change_act_id FOREIGN KEY(act_id) REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE closing_reason ADD CONSTRAINT fk_closing_reason_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE closing_reason ADD CONSTRAINT fk_closing_reason_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE commercial_category ADD CONSTRAINT fk_commercial_category_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE commercial_category ADD CONSTRAINT fk_commercial_category_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE company ADD CONSTRAINT fk_company_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE company ADD CONSTRAINT fk_company_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE company ADD CONSTRAINT fk_company_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE competitor ADD CONSTRAINT fk_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE competitor ADD CONSTRAINT fk_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_closing_reason_id FOREIGN KEY(closing_reason_id) REFERENCES closing_reason (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_commercial_category_id FOREIGN KEY(commercial_category_id) REFERENCES commercial_category (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_contact_type_id FOREIGN KEY(contact_type_id) REFERENCES contact_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE contact ADD CONSTRAINT fk_contact_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_parent_id FOREIGN KEY(parent_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_payment_terms_id FOREIGN KEY(payment_terms_id) REFERENCES payment_terms (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_price_list_id FOREIGN KEY(price_list_id) REFERENCES price_list (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_quality_id FOREIGN KEY(quality_id) REFERENCES quality (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_sector_id FOREIGN KEY(sector_id) REFERENCES sector (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact ADD CONSTRAINT fk_contact_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_address ADD CONSTRAINT fk_contact_address_address_type_id FOREIGN KEY(address_type_id) REFERENCES address_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_address ADD CONSTRAINT fk_contact_address_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_address ADD CONSTRAINT fk_contact_address_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_address ADD CONSTRAINT fk_contact_address_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_address ADD CONSTRAINT fk_contact_address_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_agent ADD CONSTRAINT fk_contact_agent_zone_id FOREIGN KEY(zone_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_channel ADD CONSTRAINT fk_contact_channel_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_channel ADD CONSTRAINT fk_contact_channel_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_channel ADD CONSTRAINT fk_contact_channel_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_channel ADD CONSTRAINT fk_contact_channel_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_competitor ADD CONSTRAINT fk_contact_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_competitor ADD CONSTRAINT fk_contact_competitor_competitor_id FOREIGN KEY(competitor_id) REFERENCES competitor (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_competitor ADD CONSTRAINT fk_contact_competitor_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_competitor ADD CONSTRAINT fk_contact_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_competitor ADD CONSTRAINT fk_contact_competitor_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_note ADD CONSTRAINT fk_contact_note_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_note ADD CONSTRAINT fk_contact_note_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_note ADD CONSTRAINT fk_contact_note_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_note ADD CONSTRAINT fk_contact_note_note_type_id FOREIGN KEY(note_type_id) REFERENCES note_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_note ADD CONSTRAINT fk_contact_note_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_scope ADD CONSTRAINT fk_contact_scope_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_scope ADD CONSTRAINT fk_contact_scope_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_scope ADD CONSTRAINT fk_contact_scope_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_scope ADD CONSTRAINT fk_contact_scope_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_tag ADD CONSTRAINT fk_contact_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_tag ADD CONSTRAINT fk_contact_tag_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_tag ADD CONSTRAINT fk_contact_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_tag ADD CONSTRAINT fk_contact_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_tag ADD CONSTRAINT fk_contact_tag_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_team ADD CONSTRAINT fk_contact_team_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_team ADD CONSTRAINT fk_contact_team_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_team ADD CONSTRAINT fk_contact_team_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_team ADD CONSTRAINT fk_contact_team_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_type ADD CONSTRAINT fk_contact_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_type ADD CONSTRAINT fk_contact_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE contact_type ADD CONSTRAINT fk_contact_type_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE currency ADD CONSTRAINT fk_currency_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE currency ADD CONSTRAINT fk_currency_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE exchange_rate ADD CONSTRAINT fk_exchange_rate_base_code FOREIGN KEY(base_code) REFERENCES currency (code);

ALTER TABLE exchange_rate ADD CONSTRAINT fk_exchange_rate_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE exchange_rate ADD CONSTRAINT fk_exchange_rate_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE exchange_rate ADD CONSTRAINT fk_exchange_rate_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_field ADD CONSTRAINT fk_extra_field_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_field ADD CONSTRAINT fk_extra_field_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_field ADD CONSTRAINT fk_extra_field_mandatory_from_stage_id FOREIGN KEY(mandatory_from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_field ADD CONSTRAINT fk_extra_field_opportunity_type_id FOREIGN KEY(opportunity_type_id) REFERENCES opportunity_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_value ADD CONSTRAINT fk_extra_value_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_value ADD CONSTRAINT fk_extra_value_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_value ADD CONSTRAINT fk_extra_value_field_id FOREIGN KEY(field_id) REFERENCES extra_field (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE extra_value ADD CONSTRAINT fk_extra_value_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE note_type ADD CONSTRAINT fk_note_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE note_type ADD CONSTRAINT fk_note_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE number_counter ADD CONSTRAINT fk_number_counter_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE number_counter ADD CONSTRAINT fk_number_counter_series_id FOREIGN KEY(series_id) REFERENCES number_series (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE number_series ADD CONSTRAINT fk_number_series_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE number_series ADD CONSTRAINT fk_number_series_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaign (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_closing_reason_id FOREIGN KEY(closing_reason_id) REFERENCES closing_reason (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_company_id FOREIGN KEY(company_id) REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_probability_id FOREIGN KEY(probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_quality_id FOREIGN KEY(quality_id) REFERENCES quality (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_type_id FOREIGN KEY(type_id) REFERENCES opportunity_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity ADD CONSTRAINT fk_opportunity_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_competitor ADD CONSTRAINT fk_opportunity_competitor_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_competitor ADD CONSTRAINT fk_opportunity_competitor_competitor_id FOREIGN KEY(competitor_id) REFERENCES competitor (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_competitor ADD CONSTRAINT fk_opportunity_competitor_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_competitor ADD CONSTRAINT fk_opportunity_competitor_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_competitor ADD CONSTRAINT fk_opportunity_competitor_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_product_family_id FOREIGN KEY(product_family_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_line ADD CONSTRAINT fk_opportunity_line_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_tag ADD CONSTRAINT fk_opportunity_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_tag ADD CONSTRAINT fk_opportunity_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_tag ADD CONSTRAINT fk_opportunity_tag_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_tag ADD CONSTRAINT fk_opportunity_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_tag ADD CONSTRAINT fk_opportunity_tag_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_type ADD CONSTRAINT fk_opportunity_type_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_type ADD CONSTRAINT fk_opportunity_type_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_type ADD CONSTRAINT fk_opportunity_type_number_series_id FOREIGN KEY(number_series_id) REFERENCES number_series (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE opportunity_type ADD CONSTRAINT fk_opportunity_type_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE origin ADD CONSTRAINT fk_origin_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE origin ADD CONSTRAINT fk_origin_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE parameter ADD CONSTRAINT fk_parameter_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE parameter ADD CONSTRAINT fk_parameter_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE payment_terms ADD CONSTRAINT fk_payment_terms_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE payment_terms ADD CONSTRAINT fk_payment_terms_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE price_list ADD CONSTRAINT fk_price_list_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE price_list ADD CONSTRAINT fk_price_list_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE price_list ADD CONSTRAINT fk_price_list_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE probability ADD CONSTRAINT fk_probability_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE probability ADD CONSTRAINT fk_probability_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product ADD CONSTRAINT fk_product_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product ADD CONSTRAINT fk_product_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product ADD CONSTRAINT fk_product_family_id FOREIGN KEY(family_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product ADD CONSTRAINT fk_product_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product ADD CONSTRAINT fk_product_vat_rate_id FOREIGN KEY(vat_rate_id) REFERENCES vat_rate (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_family ADD CONSTRAINT fk_product_family_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_family ADD CONSTRAINT fk_product_family_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_family ADD CONSTRAINT fk_product_family_parent_id FOREIGN KEY(parent_id) REFERENCES product_family (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_price ADD CONSTRAINT fk_product_price_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_price ADD CONSTRAINT fk_product_price_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE product_price ADD CONSTRAINT fk_product_price_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_price ADD CONSTRAINT fk_product_price_price_list_id FOREIGN KEY(price_list_id) REFERENCES price_list (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE product_price ADD CONSTRAINT fk_product_price_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_from_probability_id FOREIGN KEY(from_probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_from_stage_id FOREIGN KEY(from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_to_probability_id FOREIGN KEY(to_probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_to_stage_id FOREIGN KEY(to_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE progress ADD CONSTRAINT fk_progress_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE quality ADD CONSTRAINT fk_quality_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE quality ADD CONSTRAINT fk_quality_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE reference ADD CONSTRAINT fk_reference_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE reference ADD CONSTRAINT fk_reference_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE reference ADD CONSTRAINT fk_reference_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE reference ADD CONSTRAINT fk_reference_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE role ADD CONSTRAINT fk_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE role ADD CONSTRAINT fk_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE role_right ADD CONSTRAINT fk_role_right_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE role_right ADD CONSTRAINT fk_role_right_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE role_right ADD CONSTRAINT fk_role_right_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE saved_view ADD CONSTRAINT fk_saved_view_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE saved_view ADD CONSTRAINT fk_saved_view_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE saved_view ADD CONSTRAINT fk_saved_view_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE saved_view ADD CONSTRAINT fk_saved_view_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE sector ADD CONSTRAINT fk_sector_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE sector ADD CONSTRAINT fk_sector_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE setting ADD CONSTRAINT fk_setting_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage ADD CONSTRAINT fk_stage_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage ADD CONSTRAINT fk_stage_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage ADD CONSTRAINT fk_stage_probability_id FOREIGN KEY(probability_id) REFERENCES probability (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage ADD CONSTRAINT fk_stage_workflow_id FOREIGN KEY(workflow_id) REFERENCES workflow (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_activity ADD CONSTRAINT fk_stage_activity_activity_type_id FOREIGN KEY(activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_activity ADD CONSTRAINT fk_stage_activity_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_activity ADD CONSTRAINT fk_stage_activity_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_activity ADD CONSTRAINT fk_stage_activity_next_activity_type_id FOREIGN KEY(next_activity_type_id) REFERENCES activity_type (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_activity ADD CONSTRAINT fk_stage_activity_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_field ADD CONSTRAINT fk_stage_field_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_field ADD CONSTRAINT fk_stage_field_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_field ADD CONSTRAINT fk_stage_field_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_role ADD CONSTRAINT fk_stage_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_role ADD CONSTRAINT fk_stage_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_role ADD CONSTRAINT fk_stage_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE stage_role ADD CONSTRAINT fk_stage_role_stage_id FOREIGN KEY(stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE tag ADD CONSTRAINT fk_tag_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE tag ADD CONSTRAINT fk_tag_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE target ADD CONSTRAINT fk_target_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE target ADD CONSTRAINT fk_target_currency_code FOREIGN KEY(currency_code) REFERENCES currency (code);

ALTER TABLE target ADD CONSTRAINT fk_target_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE target ADD CONSTRAINT fk_target_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE target ADD CONSTRAINT fk_target_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team ADD CONSTRAINT fk_team_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team ADD CONSTRAINT fk_team_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team ADD CONSTRAINT fk_team_manager_id FOREIGN KEY(manager_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team_member ADD CONSTRAINT fk_team_member_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team_member ADD CONSTRAINT fk_team_member_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team_member ADD CONSTRAINT fk_team_member_team_id FOREIGN KEY(team_id) REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE team_member ADD CONSTRAINT fk_team_member_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE transition ADD CONSTRAINT fk_transition_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE transition ADD CONSTRAINT fk_transition_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE transition ADD CONSTRAINT fk_transition_from_stage_id FOREIGN KEY(from_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE transition ADD CONSTRAINT fk_transition_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE transition ADD CONSTRAINT fk_transition_to_stage_id FOREIGN KEY(to_stage_id) REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE unit ADD CONSTRAINT fk_unit_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE unit ADD CONSTRAINT fk_unit_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE user_role ADD CONSTRAINT fk_user_role_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE user_role ADD CONSTRAINT fk_user_role_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE user_role ADD CONSTRAINT fk_user_role_role_id FOREIGN KEY(role_id) REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE user_role ADD CONSTRAINT fk_user_role_user_id FOREIGN KEY(user_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE vat_rate ADD CONSTRAINT fk_vat_rate_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE vat_rate ADD CONSTRAINT fk_vat_rate_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE workflow ADD CONSTRAINT fk_workflow_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE workflow ADD CONSTRAINT fk_workflow_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE zone ADD CONSTRAINT fk_zone_changed_by_id FOREIGN KEY(changed_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE zone ADD CONSTRAINT fk_zone_entered_by_id FOREIGN KEY(entered_by_id) REFERENCES app_user (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE zone ADD CONSTRAINT fk_zone_parent_id FOREIGN KEY(parent_id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX ix_act_label_key_at ON act (label_key, at);

CREATE INDEX ix_act_undoes ON act (undoes);

CREATE INDEX ix_activity_contact ON activity (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_activity_due ON activity (user_id NULLS FIRST, done_at NULLS FIRST, due_at NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_activity_opportunity ON activity (opportunity_id NULLS FIRST, done_at NULLS FIRST, due_at NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_activity_type_code ON activity_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_address_type_code ON address_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_agent_code ON agent (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_app_user_login ON app_user (login) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_campaign_number ON campaign (company_id, number) WHERE deleted_at IS NULL;

CREATE INDEX ix_change_act_id ON change (act_id);

CREATE INDEX ix_change_table_name_row_id ON change (table_name, row_id);

CREATE UNIQUE INDEX uq_closing_reason_code ON closing_reason (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_commercial_category_code ON commercial_category (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_company_code ON company (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_competitor_code ON competitor (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_agent ON contact (agent_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_name ON contact (name NULLS FIRST, id, deleted_at);

CREATE INDEX ix_contact_parent ON contact (parent_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_origin ON contact (origin_system, origin_key) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_address_contact ON contact_address (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_agent_agent_id ON contact_agent (agent_id);

CREATE UNIQUE INDEX uq_contact_agent_pair ON contact_agent (contact_id, agent_id, zone_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_channel_contact ON contact_channel (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_competitor_pair ON contact_competitor (contact_id, competitor_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_note_contact ON contact_note (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_scope_scope ON contact_scope (contact_id, scope) WHERE deleted_at IS NULL;

CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);

CREATE UNIQUE INDEX uq_contact_tag_pair ON contact_tag (contact_id, tag_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_team_pair ON contact_team (contact_id, team_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_contact_type_code ON contact_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_exchange_rate_day ON exchange_rate (base_code, currency_code, valid_on) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_extra_field_code ON extra_field (record_kind, code) WHERE deleted_at IS NULL;

CREATE INDEX ix_extra_value_field_id ON extra_value (field_id);

CREATE UNIQUE INDEX uq_extra_value_cell ON extra_value (record_id, field_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_note_type_code ON note_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_number_series_code ON number_series (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_agent ON opportunity (agent_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_campaign ON opportunity (campaign_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_close ON opportunity (expected_close_on NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_closed ON opportunity (closed_on NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_closing ON opportunity (outcome, currency_code, closed_on, workflow_id, net_minor, gross_minor, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_contact ON opportunity (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_created ON opportunity (created_on NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_last_activity ON opportunity (last_activity_at NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_net ON opportunity (net_minor NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_number ON opportunity (number NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_probability ON opportunity (outcome NULLS FIRST, probability_id NULLS FIRST, net_minor NULLS FIRST, id, expected_close_on NULLS FIRST, last_activity_at NULLS FIRST, touched_at NULLS FIRST, next_activity_at NULLS FIRST, workflow_id NULLS FIRST, stage_id NULLS FIRST, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_stage ON opportunity (outcome NULLS FIRST, stage_id NULLS FIRST, net_minor NULLS FIRST, id, expected_close_on NULLS FIRST, last_activity_at NULLS FIRST, touched_at NULLS FIRST, next_activity_at NULLS FIRST, workflow_id NULLS FIRST, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_stages ON opportunity (workflow_id, outcome, stage_id, probability_id, currency_code, net_minor, gross_minor, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_title ON opportunity (title NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_totals ON opportunity (outcome, probability_id, currency_code, user_id, type_id, agent_id, stage_id, net_minor, gross_minor, closed_on, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_user ON opportunity (user_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_number ON opportunity (company_id, type_id, number) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_origin ON opportunity (origin_system, origin_key) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_opportunity_competitor_pair ON opportunity_competitor (opportunity_id, competitor_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_line_invoice ON opportunity_line (expected_invoice_on NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_line_opportunity ON opportunity_line (opportunity_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_tag_tag_id ON opportunity_tag (tag_id);

CREATE UNIQUE INDEX uq_opportunity_tag_pair ON opportunity_tag (opportunity_id, tag_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_opportunity_type_workflow_id ON opportunity_type (workflow_id);

CREATE UNIQUE INDEX uq_opportunity_type_code ON opportunity_type (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_origin_code ON origin (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_parameter_code ON parameter (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_payment_terms_code ON payment_terms (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_price_list_code ON price_list (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_probability_code ON probability (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_code ON product (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_family_code ON product_family (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_product_price ON product_price (product_id, currency_code, price_list_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_progress_opportunity ON progress (opportunity_id NULLS FIRST, moved_at NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_quality_code ON quality (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_reference_contact ON reference (contact_id NULLS FIRST, id, deleted_at) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_role_code ON role (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_role_right_kind ON role_right (role_id, record_kind) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_saved_view_name ON saved_view (screen, user_id, role_id, name) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_sector_code ON sector (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_stage_code ON stage (workflow_id, code) WHERE deleted_at IS NULL;

CREATE INDEX ix_stage_activity_stage_id ON stage_activity (stage_id);

CREATE UNIQUE INDEX uq_stage_field_name ON stage_field (stage_id, field_name) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_stage_role_pair ON stage_role (stage_id, role_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_tag_code ON tag (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_target_month ON target (user_id, month_on, currency_code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_team_code ON team (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_team_member_user_id ON team_member (user_id);

CREATE UNIQUE INDEX uq_team_member_pair ON team_member (team_id, user_id) WHERE deleted_at IS NULL;

CREATE INDEX ix_transition_to_stage_id ON transition (to_stage_id);

CREATE UNIQUE INDEX uq_transition_pair ON transition (from_stage_id, to_stage_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_unit_code ON unit (code) WHERE deleted_at IS NULL;

CREATE INDEX ix_user_role_role_id ON user_role (role_id);

CREATE UNIQUE INDEX uq_user_role_pair ON user_role (user_id, role_id) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_vat_rate_code ON vat_rate (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_workflow_code ON workflow (code) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_zone_code ON zone (code) WHERE deleted_at IS NULL;

ALTER TABLE change ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE INDEX ix_change_xid_seq ON change (xid, seq);

DO $$ BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX ix_contact_name_trigram ON contact USING gin (name gin_trgm_ops);
    CREATE INDEX ix_opportunity_title_trigram ON opportunity USING gin (title gin_trgm_ops);
    CREATE INDEX ix_opportunity_number_trigram ON opportunity USING gin (number gin_trgm_ops);
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE NOTICE 'no trigram search: pg_trgm cannot be installed';
END $$;
