SELECT
    documents.slug AS document,
    documents.title AS headline,
    (SELECT sources.name FROM archive.sources WHERE sources.id = documents.source_id) AS publisher,
    documents.published_edtf,
    documents.url,
    (
        SELECT string_agg(mentioned.label, '; ' ORDER BY mentioned.label)
        FROM (
            SELECT (SELECT topics.label FROM archive.topics WHERE topics.slug = document_topics.topic_slug) AS label
            FROM archive.document_topics WHERE document_topics.document_id = documents.id
        ) AS mentioned
    ) AS topics,
    documents.language,
    documents.length AS characters,
    documents.collection,
    documents.published_during,
    ARRAY(
        SELECT document_topics.topic_slug FROM archive.document_topics
        WHERE document_topics.document_id = documents.id ORDER BY 1
    ) AS topic_slugs,
    documents.id AS document_id,
    documents.source_id,
    (
        SELECT min(document_changes.changed_at) FROM archive.document_changes
        WHERE document_changes.document_id = documents.id AND document_changes.change = 'new'
    ) AS arrived_at
FROM archive.documents
WHERE documents.is_current
