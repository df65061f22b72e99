"""The import of the public CRM sample: accounts, products, sales teams and a pipeline."""

from core.sample_import.errors import ImportCancelledError, SampleError
from core.sample_import.notes import Kind
from core.sample_import.report import Count, Entry, ImportReport
from core.sample_import.steps import ImportProgress
from core.sample_import.use_case import import_sample

__all__ = [
    "Count",
    "Entry",
    "ImportCancelledError",
    "ImportProgress",
    "ImportReport",
    "Kind",
    "SampleError",
    "import_sample",
]
