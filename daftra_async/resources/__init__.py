# Generated from openapi/ by `make generate`; do not edit.
"""One class per resource; each module is loaded when the attribute of the client is first touched."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daftra_async.resource.executor import OperationExecutor
    from daftra_async.resources.advance_payments import AdvancePaymentsResource
    from daftra_async.resources.apps import AppsResource
    from daftra_async.resources.asset_locations import AssetLocationsResource
    from daftra_async.resources.asset_types import AssetTypesResource
    from daftra_async.resources.attendance_logs import AttendanceLogsResource
    from daftra_async.resources.bookings import BookingsResource
    from daftra_async.resources.branches import BranchesResource
    from daftra_async.resources.brands import BrandsResource
    from daftra_async.resources.charge_usages import ChargeUsagesResource
    from daftra_async.resources.client_appointments import ClientAppointmentsResource
    from daftra_async.resources.client_attendance_logs import ClientAttendanceLogsResource
    from daftra_async.resources.client_payments import ClientPaymentsResource
    from daftra_async.resources.clients import ClientsResource
    from daftra_async.resources.cost_centers import CostCentersResource
    from daftra_async.resources.credit_charges import CreditChargesResource
    from daftra_async.resources.credit_notes import CreditNotesResource
    from daftra_async.resources.credit_type_packages import CreditTypePackagesResource
    from daftra_async.resources.credit_types import CreditTypesResource
    from daftra_async.resources.credit_usages import CreditUsagesResource
    from daftra_async.resources.departments import DepartmentsResource
    from daftra_async.resources.designations import DesignationsResource
    from daftra_async.resources.employee_assets import EmployeeAssetsResource
    from daftra_async.resources.employment_types import EmploymentTypesResource
    from daftra_async.resources.entities import EntitiesResource
    from daftra_async.resources.estimate_appointments import EstimateAppointmentsResource
    from daftra_async.resources.estimates import EstimatesResource
    from daftra_async.resources.expenses import ExpensesResource
    from daftra_async.resources.follow_up_actions import FollowUpActionsResource
    from daftra_async.resources.follow_up_statuses import FollowUpStatusesResource
    from daftra_async.resources.incomes import IncomesResource
    from daftra_async.resources.invoice_appointments import InvoiceAppointmentsResource
    from daftra_async.resources.invoice_payments import InvoicePaymentsResource
    from daftra_async.resources.invoices import InvoicesResource
    from daftra_async.resources.journal_accounts import JournalAccountsResource
    from daftra_async.resources.journal_cats import JournalCatsResource
    from daftra_async.resources.journals import JournalsResource
    from daftra_async.resources.leave_applications import LeaveApplicationsResource
    from daftra_async.resources.listing import ListingResource
    from daftra_async.resources.multi_entity import MultiEntityResource
    from daftra_async.resources.notes import NotesResource
    from daftra_async.resources.oauth import OauthResource
    from daftra_async.resources.packages import PackagesResource
    from daftra_async.resources.payment_gateways import PaymentGatewaysResource
    from daftra_async.resources.product_bundles import ProductBundlesResource
    from daftra_async.resources.product_categories import ProductCategoriesResource
    from daftra_async.resources.products import ProductsResource
    from daftra_async.resources.purchase_debit_notes import PurchaseDebitNotesResource
    from daftra_async.resources.purchase_invoices import PurchaseInvoicesResource
    from daftra_async.resources.purchase_refunds import PurchaseRefundsResource
    from daftra_async.resources.refund_receipts import RefundReceiptsResource
    from daftra_async.resources.requisitions import RequisitionsResource
    from daftra_async.resources.site_info import SiteInfoResource
    from daftra_async.resources.staff import StaffResource
    from daftra_async.resources.stock_transactions import StockTransactionsResource
    from daftra_async.resources.storages import StoragesResource
    from daftra_async.resources.stores import StoresResource
    from daftra_async.resources.suppliers import SuppliersResource
    from daftra_async.resources.taxes import TaxesResource
    from daftra_async.resources.time_tracking import TimeTrackingResource
    from daftra_async.resources.treasuries import TreasuriesResource
    from daftra_async.resources.unit_templates import UnitTemplatesResource
    from daftra_async.resources.work_order_appointments import WorkOrderAppointmentsResource
    from daftra_async.resources.work_orders import WorkOrdersResource
    from daftra_async.resources.workflow_records import WorkflowRecordsResource

NAMES = (
    "advance_payments",
    "apps",
    "asset_locations",
    "asset_types",
    "attendance_logs",
    "bookings",
    "branches",
    "brands",
    "charge_usages",
    "client_appointments",
    "client_attendance_logs",
    "client_payments",
    "clients",
    "cost_centers",
    "credit_charges",
    "credit_notes",
    "credit_type_packages",
    "credit_types",
    "credit_usages",
    "departments",
    "designations",
    "employee_assets",
    "employment_types",
    "entities",
    "estimate_appointments",
    "estimates",
    "expenses",
    "follow_up_actions",
    "follow_up_statuses",
    "incomes",
    "invoice_appointments",
    "invoice_payments",
    "invoices",
    "journal_accounts",
    "journal_cats",
    "journals",
    "leave_applications",
    "listing",
    "multi_entity",
    "notes",
    "oauth",
    "packages",
    "payment_gateways",
    "product_bundles",
    "product_categories",
    "products",
    "purchase_debit_notes",
    "purchase_invoices",
    "purchase_refunds",
    "refund_receipts",
    "requisitions",
    "site_info",
    "staff",
    "stock_transactions",
    "storages",
    "stores",
    "suppliers",
    "taxes",
    "time_tracking",
    "treasuries",
    "unit_templates",
    "work_order_appointments",
    "work_orders",
    "workflow_records",
)
"""Every resource, as its attribute on the client is called."""


class Resources:
    """The resources of an account, as attributes."""

    _executor: OperationExecutor
    """Executes the operations of all resources."""

    @cached_property
    def advance_payments(self) -> AdvancePaymentsResource:
        """Prepayments by clients, stored as invoices of type 19."""
        from daftra_async.resources.advance_payments import AdvancePaymentsResource

        return AdvancePaymentsResource(self._executor)

    @cached_property
    def apps(self) -> AppsResource:
        """Marketplace apps and whether they are active here."""
        from daftra_async.resources.apps import AppsResource

        return AppsResource(self._executor)

    @cached_property
    def asset_locations(self) -> AssetLocationsResource:
        """Places where employee assets are kept or used."""
        from daftra_async.resources.asset_locations import AssetLocationsResource

        return AssetLocationsResource(self._executor)

    @cached_property
    def asset_types(self) -> AssetTypesResource:
        """Kinds that employee assets are sorted into."""
        from daftra_async.resources.asset_types import AssetTypesResource

        return AssetTypesResource(self._executor)

    @cached_property
    def attendance_logs(self) -> AttendanceLogsResource:
        """Sign-in and sign-out moments of employees."""
        from daftra_async.resources.attendance_logs import AttendanceLogsResource

        return AttendanceLogsResource(self._executor)

    @cached_property
    def bookings(self) -> BookingsResource:
        """Appointments for services that a client has reserved."""
        from daftra_async.resources.bookings import BookingsResource

        return BookingsResource(self._executor)

    @cached_property
    def branches(self) -> BranchesResource:
        """Branches of the business with contact data and status."""
        from daftra_async.resources.branches import BranchesResource

        return BranchesResource(self._executor)

    @cached_property
    def brands(self) -> BrandsResource:
        """Brand names that products can carry."""
        from daftra_async.resources.brands import BrandsResource

        return BrandsResource(self._executor)

    @cached_property
    def charge_usages(self) -> ChargeUsagesResource:
        """Amounts a credit usage takes from a particular credit charge."""
        from daftra_async.resources.charge_usages import ChargeUsagesResource

        return ChargeUsagesResource(self._executor)

    @cached_property
    def client_appointments(self) -> ClientAppointmentsResource:
        """Scheduled follow-ups and meetings that belong to a client."""
        from daftra_async.resources.client_appointments import ClientAppointmentsResource

        return ClientAppointmentsResource(self._executor)

    @cached_property
    def client_attendance_logs(self) -> ClientAttendanceLogsResource:
        """Recorded visits of clients; they can be created, but not read back."""
        from daftra_async.resources.client_attendance_logs import ClientAttendanceLogsResource

        return ClientAttendanceLogsResource(self._executor)

    @cached_property
    def client_payments(self) -> ClientPaymentsResource:
        """Payments received from a client, not for one invoice."""
        from daftra_async.resources.client_payments import ClientPaymentsResource

        return ClientPaymentsResource(self._executor)

    @cached_property
    def clients(self) -> ClientsResource:
        """Customers, people or businesses, that documents are issued to."""
        from daftra_async.resources.clients import ClientsResource

        return ClientsResource(self._executor)

    @cached_property
    def cost_centers(self) -> CostCentersResource:
        """Primary and secondary cost centers used in accounting."""
        from daftra_async.resources.cost_centers import CostCentersResource

        return CostCentersResource(self._executor)

    @cached_property
    def credit_charges(self) -> CreditChargesResource:
        """Points or credits given to a client, with expiry."""
        from daftra_async.resources.credit_charges import CreditChargesResource

        return CreditChargesResource(self._executor)

    @cached_property
    def credit_notes(self) -> CreditNotesResource:
        """Documents that lower what a client owes you."""
        from daftra_async.resources.credit_notes import CreditNotesResource

        return CreditNotesResource(self._executor)

    @cached_property
    def credit_type_packages(self) -> CreditTypePackagesResource:
        """Amounts of each credit type that a package contains."""
        from daftra_async.resources.credit_type_packages import CreditTypePackagesResource

        return CreditTypePackagesResource(self._executor)

    @cached_property
    def credit_types(self) -> CreditTypesResource:
        """Kinds of points or credits, with their unit."""
        from daftra_async.resources.credit_types import CreditTypesResource

        return CreditTypesResource(self._executor)

    @cached_property
    def credit_usages(self) -> CreditUsagesResource:
        """Occasions on which a client spent points or credits."""
        from daftra_async.resources.credit_usages import CreditUsagesResource

        return CreditUsagesResource(self._executor)

    @cached_property
    def departments(self) -> DepartmentsResource:
        """Departments of the organisation and their managers."""
        from daftra_async.resources.departments import DepartmentsResource

        return DepartmentsResource(self._executor)

    @cached_property
    def designations(self) -> DesignationsResource:
        """Job titles, optionally tied to a department."""
        from daftra_async.resources.designations import DesignationsResource

        return DesignationsResource(self._executor)

    @cached_property
    def employee_assets(self) -> EmployeeAssetsResource:
        """Company assets held by employees or kept in storage."""
        from daftra_async.resources.employee_assets import EmployeeAssetsResource

        return EmployeeAssetsResource(self._executor)

    @cached_property
    def employment_types(self) -> EmploymentTypesResource:
        """Forms of employment, such as full time or contract."""
        from daftra_async.resources.employment_types import EmploymentTypesResource

        return EmploymentTypesResource(self._executor)

    @cached_property
    def entities(self) -> EntitiesResource:
        """Records of any v2 entity, chosen by its key."""
        from daftra_async.resources.entities import EntitiesResource

        return EntitiesResource(self._executor)

    @cached_property
    def estimate_appointments(self) -> EstimateAppointmentsResource:
        """Scheduled follow-ups that belong to an estimate."""
        from daftra_async.resources.estimate_appointments import EstimateAppointmentsResource

        return EstimateAppointmentsResource(self._executor)

    @cached_property
    def estimates(self) -> EstimatesResource:
        """Quotations offered to clients before an invoice is issued."""
        from daftra_async.resources.estimates import EstimatesResource

        return EstimatesResource(self._executor)

    @cached_property
    def expenses(self) -> ExpensesResource:
        """Money spent, with category, treasury and attachments."""
        from daftra_async.resources.expenses import ExpensesResource

        return ExpensesResource(self._executor)

    @cached_property
    def follow_up_actions(self) -> FollowUpActionsResource:
        """Kinds of action an appointment or note can have."""
        from daftra_async.resources.follow_up_actions import FollowUpActionsResource

        return FollowUpActionsResource(self._executor)

    @cached_property
    def follow_up_statuses(self) -> FollowUpStatusesResource:
        """Custom workflow statuses for clients, invoices and other records."""
        from daftra_async.resources.follow_up_statuses import FollowUpStatusesResource

        return FollowUpStatusesResource(self._executor)

    @cached_property
    def incomes(self) -> IncomesResource:
        """Money received that did not come from an invoice."""
        from daftra_async.resources.incomes import IncomesResource

        return IncomesResource(self._executor)

    @cached_property
    def invoice_appointments(self) -> InvoiceAppointmentsResource:
        """Scheduled follow-ups that belong to an invoice."""
        from daftra_async.resources.invoice_appointments import InvoiceAppointmentsResource

        return InvoiceAppointmentsResource(self._executor)

    @cached_property
    def invoice_payments(self) -> InvoicePaymentsResource:
        """Payments received against a single invoice."""
        from daftra_async.resources.invoice_payments import InvoicePaymentsResource

        return InvoicePaymentsResource(self._executor)

    @cached_property
    def invoices(self) -> InvoicesResource:
        """Sales invoices with their lines, payments and custom fields."""
        from daftra_async.resources.invoices import InvoicesResource

        return InvoicesResource(self._executor)

    @cached_property
    def journal_accounts(self) -> JournalAccountsResource:
        """Ledger accounts of the chart of accounts."""
        from daftra_async.resources.journal_accounts import JournalAccountsResource

        return JournalAccountsResource(self._executor)

    @cached_property
    def journal_cats(self) -> JournalCatsResource:
        """Category nodes that group ledger accounts into a tree."""
        from daftra_async.resources.journal_cats import JournalCatsResource

        return JournalCatsResource(self._executor)

    @cached_property
    def journals(self) -> JournalsResource:
        """Accounting entries with their debit and credit transactions."""
        from daftra_async.resources.journals import JournalsResource

        return JournalsResource(self._executor)

    @cached_property
    def leave_applications(self) -> LeaveApplicationsResource:
        """Requests of employees for leave, lateness or early departure."""
        from daftra_async.resources.leave_applications import LeaveApplicationsResource

        return LeaveApplicationsResource(self._executor)

    @cached_property
    def listing(self) -> ListingResource:
        """Small lookup lists, as maps from id to title."""
        from daftra_async.resources.listing import ListingResource

        return ListingResource(self._executor)

    @cached_property
    def multi_entity(self) -> MultiEntityResource:
        """Several v2 reads in one request."""
        from daftra_async.resources.multi_entity import MultiEntityResource

        return MultiEntityResource(self._executor)

    @cached_property
    def notes(self) -> NotesResource:
        """Texts logged on a client, document or other record."""
        from daftra_async.resources.notes import NotesResource

        return NotesResource(self._executor)

    @cached_property
    def oauth(self) -> OauthResource:
        """Access and refresh tokens issued for a user login."""
        from daftra_async.resources.oauth import OauthResource

        return OauthResource(self._executor)

    @cached_property
    def packages(self) -> PackagesResource:
        """Credit or membership packages with price and period."""
        from daftra_async.resources.packages import PackagesResource

        return PackagesResource(self._executor)

    @cached_property
    def payment_gateways(self) -> PaymentGatewaysResource:
        """Payment methods set up for the account."""
        from daftra_async.resources.payment_gateways import PaymentGatewaysResource

        return PaymentGatewaysResource(self._executor)

    @cached_property
    def product_bundles(self) -> ProductBundlesResource:
        """Links from a bundle product to a component and quantity."""
        from daftra_async.resources.product_bundles import ProductBundlesResource

        return ProductBundlesResource(self._executor)

    @cached_property
    def product_categories(self) -> ProductCategoriesResource:
        """Groups that products are sorted into; read-only."""
        from daftra_async.resources.product_categories import ProductCategoriesResource

        return ProductCategoriesResource(self._executor)

    @cached_property
    def products(self) -> ProductsResource:
        """Goods and services for sale, with prices and stock settings."""
        from daftra_async.resources.products import ProductsResource

        return ProductsResource(self._executor)

    @cached_property
    def purchase_debit_notes(self) -> PurchaseDebitNotesResource:
        """Debit notes on the purchase side, with their lines."""
        from daftra_async.resources.purchase_debit_notes import PurchaseDebitNotesResource

        return PurchaseDebitNotesResource(self._executor)

    @cached_property
    def purchase_invoices(self) -> PurchaseInvoicesResource:
        """Supplier bills with their lines; called PurchaseOrder on the wire."""
        from daftra_async.resources.purchase_invoices import PurchaseInvoicesResource

        return PurchaseInvoicesResource(self._executor)

    @cached_property
    def purchase_refunds(self) -> PurchaseRefundsResource:
        """Documents for bought goods sent back to a supplier."""
        from daftra_async.resources.purchase_refunds import PurchaseRefundsResource

        return PurchaseRefundsResource(self._executor)

    @cached_property
    def refund_receipts(self) -> RefundReceiptsResource:
        """Documents for sold goods returned and money given back."""
        from daftra_async.resources.refund_receipts import RefundReceiptsResource

        return RefundReceiptsResource(self._executor)

    @cached_property
    def requisitions(self) -> RequisitionsResource:
        """Inbound, outbound and transfer orders for warehouse stock."""
        from daftra_async.resources.requisitions import RequisitionsResource

        return RequisitionsResource(self._executor)

    @cached_property
    def site_info(self) -> SiteInfoResource:
        """The account's own settings: name, currency, timezone, date format."""
        from daftra_async.resources.site_info import SiteInfoResource

        return SiteInfoResource(self._executor)

    @cached_property
    def staff(self) -> StaffResource:
        """Employees and users of the account; read-only."""
        from daftra_async.resources.staff import StaffResource

        return StaffResource(self._executor)

    @cached_property
    def stock_transactions(self) -> StockTransactionsResource:
        """Single movements of product quantity into or out of warehouses."""
        from daftra_async.resources.stock_transactions import StockTransactionsResource

        return StockTransactionsResource(self._executor)

    @cached_property
    def storages(self) -> StoragesResource:
        """Storage rooms for assets not handed to an employee."""
        from daftra_async.resources.storages import StoragesResource

        return StoragesResource(self._executor)

    @cached_property
    def stores(self) -> StoresResource:
        """Warehouses that hold the stock of the account."""
        from daftra_async.resources.stores import StoresResource

        return StoresResource(self._executor)

    @cached_property
    def suppliers(self) -> SuppliersResource:
        """Vendors the account buys goods and services from."""
        from daftra_async.resources.suppliers import SuppliersResource

        return SuppliersResource(self._executor)

    @cached_property
    def taxes(self) -> TaxesResource:
        """Tax rates that document lines refer to by id."""
        from daftra_async.resources.taxes import TaxesResource

        return TaxesResource(self._executor)

    @cached_property
    def time_tracking(self) -> TimeTrackingResource:
        """Hours staff members logged on projects and activities."""
        from daftra_async.resources.time_tracking import TimeTrackingResource

        return TimeTrackingResource(self._executor)

    @cached_property
    def treasuries(self) -> TreasuriesResource:
        """Cash boxes and bank accounts that money moves through."""
        from daftra_async.resources.treasuries import TreasuriesResource

        return TreasuriesResource(self._executor)

    @cached_property
    def unit_templates(self) -> UnitTemplatesResource:
        """Sets of measuring units with their conversion factors."""
        from daftra_async.resources.unit_templates import UnitTemplatesResource

        return UnitTemplatesResource(self._executor)

    @cached_property
    def work_order_appointments(self) -> WorkOrderAppointmentsResource:
        """Scheduled follow-ups that belong to a work order."""
        from daftra_async.resources.work_order_appointments import WorkOrderAppointmentsResource

        return WorkOrderAppointmentsResource(self._executor)

    @cached_property
    def work_orders(self) -> WorkOrdersResource:
        """Jobs that tie together a client, costs and documents."""
        from daftra_async.resources.work_orders import WorkOrdersResource

        return WorkOrdersResource(self._executor)

    @cached_property
    def workflow_records(self) -> WorkflowRecordsResource:
        """Records of a user-defined workflow, chosen by workflow id."""
        from daftra_async.resources.workflow_records import WorkflowRecordsResource

        return WorkflowRecordsResource(self._executor)
